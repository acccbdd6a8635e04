"""Long text with paragraphs, lists, bold, italic and links – and nothing else, whichever way it came in."""

import re
from html import unescape
from typing import Any

import nh3
from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models

TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a"}
SYNONYMER = (("div", "p"), ("b", "strong"), ("i", "em"), ("h1", "p"), ("h2", "p"), ("h3", "p"), ("blockquote", "p"))
TOM = re.compile(r"<(p|li|strong|em)>(?:\s|&nbsp;|<br ?/?>)*</\1>")
BLOK = re.compile(r"(<(?:ul|ol)>.*?</(?:ul|ol)>)", re.DOTALL)


def rens(html: str) -> str:
    """Sanitised HTML of the few tags that a paper knows. Plain text with blank lines becomes paragraphs.

    The editor writes <div>, Word writes almost anything: both end as <p>. Idempotent.
    """
    if not html or not html.strip():
        return ""
    if "<" not in html:
        afsnit = re.split(r"\n\s*\n", html.replace("\r\n", "\n").strip())
        html = "".join(f"<p>{nh3.clean_text(unescape(et)).replace(chr(10), '<br>')}</p>" for et in afsnit)
        html = html.replace("&#32;", " ").replace("&#10;", "<br>")
    for fra, til in SYNONYMER:
        html = re.sub(rf"<{fra}(?=[\s>])[^>]*>", f"<{til}>", html, flags=re.IGNORECASE)
        html = re.sub(rf"</{fra}\s*>", f"</{til}>", html, flags=re.IGNORECASE)
    ren = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
        clean_content_tags={"script", "style", "title", "xml"},
    )
    ren = ren.replace("&nbsp;", "\u00a0").replace("\u00ad", "")
    ren = re.sub(r"(?:<br ?/?>\s*){2,}", "</p><p>", ren) if "<p>" in ren else ren
    while (naeste := TOM.sub("", ren)) != ren:
        ren = naeste
    return _i_afsnit(ren).strip()


def _i_afsnit(html: str) -> str:
    """Loose text between blocks becomes a paragraph of its own."""
    ud = []
    for del_ in re.split(r"(<p>.*?</p>|<ul>.*?</ul>|<ol>.*?</ol>)", html, flags=re.DOTALL):
        if not del_.strip():
            continue
        ud.append(del_.strip() if re.match(r"<(?:p|ul|ol)>", del_) else f"<p>{del_.strip()}</p>")
    return "".join(ud)


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
