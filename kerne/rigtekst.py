"""Long text with paragraphs, lists, bold, italic and links – and nothing else, whichever way it came in.

nh3 decides what is safe; `_Samler` then rebuilds what is left as the one canonical form that papers, checksums and
comparisons stand on: only <p>, <ul>, <ol>, <li>, <br>, <strong>, <em> and <a href>, properly nested.
"""

import re
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from typing import Any

import nh3
from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models

INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "a": "a"}
LISTER = {"ul", "ol"}
BLOKKE = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr", "td", "th", "section",
}  # fmt: skip
ER_HTML = re.compile(r"<[a-z/!]", re.IGNORECASE)
BLANK_LINJE = re.compile(r"\n(?:[ \t\r]*\n)+")
MELLEMRUM = re.compile(r"[ \t\r\n\f]+")
DYBEST = 6  # lists inside lists; deeper ones are flattened
OM_SKIFT = re.compile(r"(?<![ \u00a0])[ \u00a0]*<br>[ \u00a0]*")
TOM = re.compile(r"<(strong|em|a)(?: [^>]*)?>([\s\u00a0]*)</\1>")
# Word writes a list as paragraphs that begin with a sign and a row of hard spaces. Possessive: a row is read once.
WORD_PUNKT = re.compile(r"(?:[·•▪]\s*+|[§o\-–](?=[^\S\u00a0]*\u00a0)\s++)(?=\S)")
WORD_NUMMER = re.compile(r"\d{1,2}[.)](?=[^\S\u00a0]*\u00a0[^\S\u00a0]*\u00a0)\s++(?=\S)")


def rens(html: str) -> str:
    """Sanitised, canonical HTML. Plain text with blank lines becomes paragraphs. Idempotent."""
    if not html or not html.strip():
        return ""
    if not ER_HTML.search(html):
        afsnit = BLANK_LINJE.split(escape(html.strip(), quote=False).replace("\r", ""))
        html = "".join(f"<p>{et.strip().replace(chr(10), '<br>')}</p>" for et in afsnit)
    ren = nh3.clean(
        html,
        tags={*INLINE, *LISTER, *BLOKKE, "li", "br"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        clean_content_tags={"script", "style", "title", "xml"},
    )
    # What a pass takes away (an empty tag, a list sign) may leave a line break at an edge for the next pass to see.
    while (naeste := _saml(ren)) != ren:
        ren = naeste
    return ren


def _saml(html: str) -> str:
    samler = _Samler()
    samler.feed(html)
    samler.close()
    return samler.html()


@dataclass
class _Punkt:
    """One list item: its words, then the lists inside it."""

    tekst: str = ""
    lister: list["_Liste"] = field(default_factory=list)

    def html(self) -> str:
        indhold = self.tekst + "".join(liste.html() for liste in self.lister)
        return f"<li>{indhold}</li>" if indhold else ""


@dataclass
class _Liste:
    tag: str
    punkter: list[_Punkt] = field(default_factory=list)

    def html(self) -> str:
        indhold = "".join(punkt.html() for punkt in self.punkter)
        return f"<{self.tag}>{indhold}</{self.tag}>" if indhold else ""


class _Samler(HTMLParser):
    """Collects safe HTML as paragraphs and lists; an inline tag that spans two of them is closed and opened again."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blokke: list[str | _Liste] = []
        self.aabne_lister: list[_Liste] = []
        self.aabne_inline: list[tuple[str, str]] = []  # (tag, opening tag as written)
        self.linje: list[str] = []
        self.skift = 0  # <br> that wait for more words

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.skift += 1
        elif tag in INLINE:
            self._aabn_inline(INLINE[tag], dict(attrs).get("href"))
        else:
            self._afslut_linje()
            if tag in LISTER:
                self._aabn_liste(tag)
            elif tag == "li":
                if not self.aabne_lister:
                    self._aabn_liste("ul")
                self.aabne_lister[-1].punkter.append(_Punkt())

    def handle_endtag(self, tag: str) -> None:
        if tag in INLINE:
            self._luk_inline(INLINE[tag])
        elif tag != "br":
            self._afslut_linje()
            if tag in LISTER and self.aabne_lister:
                self.aabne_lister.pop()

    def handle_data(self, data: str) -> None:
        for nr, stykke in enumerate(BLANK_LINJE.split(data.replace("\u00ad", ""))):
            if nr:
                self._afslut_linje()
            tekst = MELLEMRUM.sub(" ", stykke)
            if tekst.strip(" \u00a0"):
                self._skift_linje()
            self.linje.append(escape(tekst, quote=False))

    def close(self) -> None:
        super().close()
        self._afslut_linje()

    def html(self) -> str:
        ud: list[str | _Liste] = []
        for blok in self.blokke:
            tag, tekst = _word_punkt(blok) if isinstance(blok, str) else ("", "")
            if not tag:
                ud.append(blok)
                continue
            if not (ud and isinstance(ud[-1], _Liste) and ud[-1].tag == tag):
                ud.append(_Liste(tag))
            ud[-1].punkter.append(_Punkt(tekst))
        return "".join(blok.html() if isinstance(blok, _Liste) else f"<p>{blok}</p>" for blok in ud)

    def _skift_linje(self) -> None:
        """The line breaks seen since the last word: one is a break, two outside a list are a new paragraph."""
        if self.skift > 1 and not self.aabne_lister:
            self._afslut_linje()
        elif self.skift and any(not et.startswith("<") and et.strip() for et in self.linje):
            self.linje.append("<br>")
        self.skift = 0

    def _afslut_linje(self) -> None:
        lukkere = [f"</{tag}>" for tag, _ in reversed(self.aabne_inline)]
        tekst = "".join(self.linje + lukkere)
        while (naeste := TOM.sub(lambda m: " " if m[2] else "", tekst)) != tekst:
            tekst = naeste
        tekst = _uden_kanter(OM_SKIFT.sub("<br>", re.sub(" {2,}", " ", tekst)))
        self.linje = [aabner for _, aabner in self.aabne_inline]
        self.skift = 0
        if not tekst:
            return
        if not self.aabne_lister:
            self.blokke.append(tekst)
            return
        punkter = self.aabne_lister[-1].punkter
        if not punkter:
            punkter.append(_Punkt())
        punkter[-1].tekst = "<br>".join(filter(None, (punkter[-1].tekst, tekst)))

    def _aabn_liste(self, tag: str) -> None:
        liste = _Liste(tag)
        if len(self.aabne_lister) >= DYBEST:
            liste = self.aabne_lister[-1]  # its items are the list's that it stands in
        elif self.aabne_lister:
            punkter = self.aabne_lister[-1].punkter
            if not punkter:
                punkter.append(_Punkt())
            punkter[-1].lister.append(liste)
        else:
            self.blokke.append(liste)
        self.aabne_lister.append(liste)

    def _aabn_inline(self, tag: str, href: str | None) -> None:
        if tag in {et for et, _ in self.aabne_inline} or (tag == "a" and not href):
            return
        aabner = f'<a href="{escape(href)}" rel="noopener noreferrer">' if tag == "a" else f"<{tag}>"
        self._skift_linje()
        self.aabne_inline.append((tag, aabner))
        self.linje.append(aabner)

    def _luk_inline(self, tag: str) -> None:
        if tag not in {et for et, _ in self.aabne_inline}:
            return
        igen = []
        while True:
            navn, aabner = self.aabne_inline.pop()
            self.linje.append(f"</{navn}>")
            if navn == tag:
                break
            igen.append((navn, aabner))
        for navn, aabner in reversed(igen):
            self.aabne_inline.append((navn, aabner))
            self.linje.append(aabner)


def _word_punkt(tekst: str) -> tuple[str, str]:
    """The list that the paragraph belongs to and its words without the sign; ("", "") for an ordinary paragraph."""
    for tag, moenster in (("ul", WORD_PUNKT), ("ol", WORD_NUMMER)):
        if fund := moenster.match(tekst):
            return tag, _uden_kanter(tekst[fund.end() :])
    return "", ""


def _uden_kanter(tekst: str) -> str:
    """Without spaces and line breaks at the edges."""
    while (naeste := tekst.strip(" \u00a0").removeprefix("<br>").removesuffix("<br>")) != tekst:
        tekst = naeste
    return tekst


def som_tekst(html: str) -> str:
    """The words without the markup: list items with a dash, one blank line between paragraphs."""
    tekst = re.sub(r"<li>", "\n- ", html)
    tekst = re.sub(r"<br ?/?>", "\n", tekst)
    tekst = re.sub(r"</p>|</ul>|</ol>", "\n\n", tekst)
    tekst = unescape(re.sub(r"<[^>]+>", "", tekst))
    return re.sub(r"\n{3,}", "\n\n", tekst).strip()


class RigtekstField(models.TextField):
    """A column that holds only clean HTML: it is sanitised on every way in, `update()` and `bulk_create()` too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.validators.append(MaxLengthValidator(settings.LAENGSTE_TEKST))

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return rens(value) if isinstance(value, str) else value
