"""Mixing two colours, and how well one reads on the other."""

from __future__ import annotations


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#rrggbb``, 0 to 255 each."""
    value = int(colour.removeprefix("#"), 16)
    return value >> 16, value >> 8 & 0xFF, value & 0xFF


def mixed(base: str, over: str, share: float) -> str:
    """The colour seen where ``share`` of ``over`` lies on ``base``."""
    blended = (round(a + (b - a) * share) for a, b in zip(channels(base), channels(over), strict=True))
    return "#" + "".join(f"{value:02X}" for value in blended)


def relative_luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2, 0 for black to 1 for white."""
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (value / 255 for value in channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(first: str, second: str) -> float:
    """Contrast ratio after WCAG 2.2, 1 to 21; body text needs 4.5."""
    lighter, darker = sorted((relative_luminance(first), relative_luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
