"""Writes a drawing as SVG whose unit is the millimetre."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from meit_core.domain.drawing import Block, Box, Drawing, Lines, Words

_MM_PER_PT = 25.4 / 72
_FAMILY = "Roboto, 'Helvetica Neue', Arial, sans-serif"


def render_svg(drawing: Drawing, *, title: str) -> str:
    """Return a drawing as an SVG document.

    One user unit is one millimetre and the document says its size in millimetres, so that drawing programs and word
    processors take it in at true scale. Words stay words; without Roboto on the reader's machine they are set in the
    nearest sans serif, at the same places.

    Parameters
    ----------
    title
        What screen readers say; no patient's name belongs here unless it is on the page.
    """
    width, height = _number(drawing.width_mm), _number(drawing.height_mm)
    clips = {box: f"clip{index}" for index, box in enumerate(dict.fromkeys(_clips(drawing)))}
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label={quoteattr(title)}>',
        f"<title>{escape(title)}</title>",
    ]
    for box, name in clips.items():
        parts.append(f'<clipPath id="{name}"><rect {_rectangle(box)}/></clipPath>')
    parts.append(f'<rect {_rectangle(Box(0, 0, drawing.width_mm, drawing.height_mm))} fill="#FFFFFF"/>')
    for shape in drawing.shapes:
        match shape:
            case Block():
                parts.append(f'<rect {_rectangle(shape.box)} fill="{shape.colour}"/>')
            case Words():
                parts.append(_words(shape))
            case Lines():
                parts.append(_lines(shape, clips[shape.clip] if shape.clip else ""))
    parts.append("</svg>\n")
    return "\n".join(parts)


def _clips(drawing: Drawing) -> list[Box]:
    return [shape.clip for shape in drawing.shapes if isinstance(shape, Lines) and shape.clip is not None]


def _rectangle(box: Box) -> str:
    return (
        f'x="{_number(box.x_mm)}" y="{_number(box.y_mm)}" '
        f'width="{_number(box.width_mm)}" height="{_number(box.height_mm)}"'
    )


def _words(shape: Words) -> str:
    weight = ' font-weight="500"' if shape.medium else ""
    return (
        f'<text x="{_number(shape.x_mm)}" y="{_number(shape.y_mm)}" font-family="{_FAMILY}"{weight} '
        f'font-size="{_number(shape.size_pt * _MM_PER_PT)}" fill="{shape.colour}" xml:space="preserve">'
        f"{escape(shape.text)}</text>"
    )


def _lines(shape: Lines, clip: str) -> str:
    path = "".join(
        "M" + "L".join(f"{_number(x)},{_number(y)}" for x, y in line.tolist()) for line in shape.lines if len(line)
    )
    clipped = f' clip-path="url(#{clip})"' if clip else ""
    return (
        f'<path d="{path}" fill="none" stroke="{shape.colour}" stroke-width="{_number(shape.width_mm)}" '
        f'stroke-linecap="round" stroke-linejoin="round"{clipped}/>'
    )


def _number(value: float) -> str:
    """To a ten-thousandth of a millimetre: finer than any printer, shorter than a float."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
