"""The few SVG elements that the drawings need, as escaped text: attributes only, no style, no ids, nothing random.

The page's CSS reaches neither an SVG in a PDF nor the CSP's good graces, so every element says its own colour and type.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

SKRIFT = "IBM Plex Sans, sans-serif"
Anker = Literal["start", "middle", "end"]
Maal = float | int
Indhold = str | SafeString

# Advance widths in em of IBM Plex Sans Regular, measured in the font; the rest are about ANDRE.
BREDDER = (
    (0.25, " \u00a0ij"),
    (0.27, "l.,:"),
    (0.34, "ft()r·"),
    (0.50, "szyvcxLJI»«"),
    (0.54, "kgaåeo"),
    (0.70, "DUGHNOQØRAÅBKM"),
    (0.87, "mæwWÆ%"),
)
ANDRE = 0.59


def n(v: Maal | Decimal) -> str:
    """A coordinate with at most two decimals, so the same figures always give the same text."""
    kort = f"{float(v):.2f}".rstrip("0").rstrip(".")
    return "0" if kort == "-0" else kort


def el(navn: str, *indhold: Indhold, **attributter: str | Maal | None) -> SafeString:
    """One element; `stroke_width=2` becomes stroke-width="2", None is left out, content is escaped unless safe."""
    led = [
        f' {navn_.rstrip("_").replace("_", "-")}="{n(v) if isinstance(v, (int, float)) else escape(v)}"'
        for navn_, v in attributter.items()
        if v is not None
    ]
    indre = "".join(conditional_escape(et) for et in indhold)
    return mark_safe(f"<{navn}{''.join(led)}>{indre}</{navn}>" if indre else f"<{navn}{''.join(led)}/>")


def samlet(dele: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(dele))


def billede(bredde: Maal, hoejde: Maal, *indhold: Indhold, titel: str | None, boks: str | None = None) -> SafeString:
    """The drawing: with a title it is a picture that says its message, without one it is hidden decoration."""
    faelles = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": boks or f"0 0 {n(bredde)} {n(hoejde)}"}
    if titel:
        return el("svg", el("title", titel), *indhold, **faelles, width=bredde, height=hoejde, role="img")
    return el("svg", *indhold, **faelles, width=bredde, height=hoejde, aria_hidden="true", focusable="false")


def linje(
    x1: Maal, y1: Maal, x2: Maal, y2: Maal, farve: str, tykkelse: Maal = 1, **andet: str | Maal | None
) -> SafeString:
    return el("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=farve, stroke_width=tykkelse, **andet)


def streg(punkter: Iterable[tuple[Maal, Maal]], farve: str, tykkelse: Maal, **andet: str | Maal | None) -> SafeString:
    """A line through several points, not filled."""
    koordinater = " ".join(f"{n(x)},{n(y)}" for x, y in punkter)
    return el("polyline", points=koordinater, fill="none", stroke=farve, stroke_width=tykkelse, **andet)


def rude(x: Maal, y: Maal, bredde: Maal, hoejde: Maal, farve: str, **andet: str | Maal | None) -> SafeString:
    return el("rect", x=x, y=y, width=bredde, height=hoejde, fill=farve, **andet)


def cirkel(x: Maal, y: Maal, r: Maal, farve: str, **andet: str | Maal | None) -> SafeString:
    return el("circle", cx=x, cy=y, r=r, fill=farve, **andet)


def tekst(
    x: Maal, y: Maal, ord_: str, *, farve: str, px: Maal = 13, fed: bool = False, anker: Anker = "start"
) -> SafeString:
    """Words with their baseline at y."""
    return el(
        "text", ord_, x=x, y=y, fill=farve, font_family=SKRIFT, font_size=px,
        font_weight=600 if fed else 400, text_anchor=anker,
    )  # fmt: skip


def tekstbredde(ord_: str, px: Maal, *, fed: bool = False) -> float:
    """How wide words are in IBM Plex Sans, within a few per cent; advance widths by groups of letters, in em."""
    em = sum(next((bredde for bredde, gruppe in BREDDER if tegn in gruppe), ANDRE) for tegn in ord_)
    return em * px * (1.03 if fed else 1)
