"""Somebody who is logged in and fetches pages; the server says how long each took it."""

import re
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from typing import Self

from start import KODE
from tale import KanIkke


class Browser:
    def __init__(self, adresse: str) -> None:
        self.adresse = adresse
        self._aaben = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def log_ind(self, email: str) -> Self:
        side = self._hent("/login/").read().decode()
        noegle = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', side)
        felter = {"username": email, "password": KODE, "csrfmiddlewaretoken": noegle[1] if noegle else ""}
        svar = self._hent("/login/", urllib.parse.urlencode(felter).encode())
        if "/login/" in svar.url:
            raise KanIkke(f"{email} kunne ikke logge ind.")
        return self

    def ms(self, sti: str) -> float:
        """How long the server was about one call of the page, in milliseconds."""
        return float(self._hent(sti).headers["Bench-Ms"])

    def forespoergsler(self, sti: str) -> int:
        return int(self._hent(sti).headers["Bench-Sql"])

    def _hent(self, sti: str, data: bytes | None = None) -> HTTPResponse:
        try:
            return self._aaben.open(self.adresse + sti, data, timeout=60)
        except urllib.error.HTTPError as fejl:
            raise KanIkke(f"{sti} svarer med fejl {fejl.code}.") from fejl
