"""QT corrected for heart rate, by the four common formulas."""

from __future__ import annotations

from meit_core.domain.measurements import QtCorrected


def corrected_qt(qt_ms: float, rr_ms: float) -> QtCorrected:
    """Correct a QT interval to 60/min.

    Bazett (Heart 7:353, 1920) QT / RR^(1/2); Fridericia (Acta Med Scand 53:469, 1920) QT / RR^(1/3); Framingham
    (Sagie et al., Am J Cardiol 70:797, 1992) QT + 154 (1 - RR); Hodges (J Am Coll Cardiol 1:694, 1983)
    QT + 1.75 (rate - 60); RR in seconds, QT in ms.

    Raises
    ------
    ValueError
        If an interval isn't positive.
    """
    if not (qt_ms > 0 and rr_ms > 0):
        raise ValueError("QT and RR must be positive")
    rr_s = rr_ms / 1000
    return QtCorrected(
        bazett=qt_ms / rr_s**0.5,
        fridericia=qt_ms / rr_s ** (1 / 3),
        framingham=qt_ms + 154 * (1 - rr_s),
        hodges=qt_ms + 1.75 * (60 / rr_s - 60),
    )
