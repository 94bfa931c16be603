"""HTML of the page: headings, tables, figures, and the one style sheet. Everything given is text and gets escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

STYLE: Final = """
:root { color-scheme: light; }
body { font: 15px/1.5 "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #1b2430; background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid #d4dae1;
  break-after: avoid; }
p { margin: .4rem 0 .8rem; max-width: 46rem; }
.facts { color: #566270; }
.lead { font-size: 1.05rem; }
.note { color: #566270; font-size: .87rem; }
table { border-collapse: collapse; margin: .6rem 0 1rem; font-size: .87rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { padding: .25rem .7rem .25rem 0; text-align: left; vertical-align: top; }
th { color: #566270; font-weight: 600; border-bottom: 1px solid #b7c0ca; }
td { border-bottom: 1px solid #edf0f3; }
.number { text-align: right; padding-left: .5rem; }
th.number { max-width: 7.5rem; }
th { vertical-align: bottom; }
tr.own td { font-weight: 600; background: #eef4fb; }
tr { break-inside: avoid; }
figure { margin: .8rem 0 1.2rem; break-inside: avoid; }
figcaption { color: #566270; font-size: .87rem; max-width: 46rem; }
svg { max-width: 100%; height: auto; display: block; }
.texts td { max-width: 26rem; padding-right: 1.2rem; }
@media print {
  @page { margin: 16mm; }
  body { margin: 0; max-width: none; font-size: 10pt; }
  table { font-size: 8.5pt; }
  table.wide { font-size: 7pt; }
  th, td { padding-right: .45rem; }
}
""".strip()


def page(title: str, facts: Sequence[str], sections: Sequence[str]) -> str:
    """Return a whole page; it refers to nothing outside itself."""
    known = "".join(f"<br>{escape(fact)}" if index else escape(fact) for index, fact in enumerate(facts) if fact)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n"
        f'<h1>{escape(title)}</h1>\n<p class="facts">{known}</p>\n'
        + "\n".join(section for section in sections if section)
        + "\n</body>\n</html>\n"
    )


def section(title: str, *parts: str) -> str:
    """Return a heading with what belongs to it; nothing where there is nothing to show."""
    shown = [part for part in parts if part]
    return f"<h2>{escape(title)}</h2>\n" + "\n".join(shown) if shown else ""


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph; ``kind`` is ``lead`` or ``note``."""
    style = f' class="{kind}"' if kind else ""
    return f"<p{style}>{escape(text)}</p>" if text else ""


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    texts: int = 1,
    own: Sequence[int] = (),
    caption: str = "",
    kind: str = "",
) -> str:
    """Return a table.

    Parameters
    ----------
    texts
        The first so many columns are words, the others figures.
    own
        Rows to set off: those of the model in question.
    """
    if not rows:
        return ""
    style = [' class="number"' if column >= texts else "" for column in range(len(heads))]
    lines = [f'<table class="{kind}">' if kind else "<table>"]
    lines += [f"<caption>{escape(caption)}</caption>"] if caption else []
    lines.append("<thead><tr>" + _cells("th", heads, style) + "</tr></thead>\n<tbody>")
    for index, row in enumerate(rows):
        lines.append(('<tr class="own">' if index in own else "<tr>") + _cells("td", row, style) + "</tr>")
    return "\n".join([*lines, "</tbody></table>"])


def figure(svg: str, caption: str) -> str:
    return f"<figure>\n{svg}\n<figcaption>{escape(caption)}</figcaption>\n</figure>" if svg else ""


def _cells(tag: str, values: Sequence[str], style: Sequence[str]) -> str:
    return "".join(f"<{tag}{look}>{escape(value)}</{tag}>" for value, look in zip(values, style, strict=True))
