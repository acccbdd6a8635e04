"""How one cell of a finance system's file is read. Pure; what can't be read raises ValueError with a sentence."""

import re
from datetime import date
from decimal import Decimal

from kerne import datoer, talformat
from kerne.regneark import Vaerdi
from oekonomi.rules.indtastning import fejl_i_bogfoert

STOERST = Decimal(10) ** 12
_ENGELSK = re.compile(r"[-−]?\d{1,3}(,\d{3})+\.\d{1,2}")
_PUNKTUM = re.compile(r".*\d\.\d{1,2}")
_KOMMA = re.compile(r".*\d,\d{1,2}")


def laes_beloeb(vaerdi: Vaerdi) -> Decimal | None:
    """Regel beloeb-til-oeren: et beløb læses, som det står, og har højst to decimaler; er det i tvivl, siges det.

    A minus may stand behind the figure, as some systems write it. Blank is None, never zero.
    """
    if vaerdi is None:
        return None
    if isinstance(vaerdi, date):
        raise ValueError(f"»{vaerdi:%d-%m-%Y}« er en dato. Her skal stå et beløb.")
    if isinstance(vaerdi, str):
        vaerdi = _af_tekst(vaerdi)
    if abs(vaerdi) >= STOERST:
        raise ValueError("Beløbet er for stort. Et beløb har højst 12 cifre.")
    if talformat.decimaler_i(vaerdi) > 2:
        raise ValueError(f"{_vist(vaerdi)} har mere end to decimaler. Afrund beløbet til øre i filen.")
    return vaerdi


def decimaltegn(vaerdi: Vaerdi) -> str:
    """The sign that a text has before its øre: a comma, a point, or nothing that can be told."""
    if not isinstance(vaerdi, str):
        return ""
    return "." if _PUNKTUM.fullmatch(vaerdi) else "," if _KOMMA.fullmatch(vaerdi) else ""


def laes_regnskabsaar(vaerdi: Vaerdi) -> int:
    """Four digits. Raises ValueError."""
    tekst = f"{vaerdi.normalize():f}" if isinstance(vaerdi, Decimal) else str(vaerdi or "").strip()
    if not re.fullmatch(r"\d{4}", tekst, re.ASCII):
        raise ValueError(f"»{tekst}« er ikke et regnskabsår. Skriv det med fire cifre, fx 2021.")
    return int(tekst)


def fejl_i_aaret(aar: int, aarene: tuple[int, ...]) -> str:
    """Regel postering-i-planen: en linje hører til et af planens regnskabsår."""
    if aar in aarene:
        return ""
    return f"{aar} ligger uden for planen, der har regnskabsårene {aarene[0]}–{aarene[-1]}."


def fejl_i_datoen(dato: date, aar: int, i_dag: date) -> str:
    """Regel postering-er-sket: en linje er bogført i sit år eller året efter, og ikke i fremtiden."""
    if dato > i_dag:
        return f"{datoer.dato(dato)} er ikke kommet endnu. Ret datoen, eller slet linjen, til den er bogført."
    return fejl_i_bogfoert(dato, aar, i_dag)


def _af_tekst(tekst: str) -> Decimal:
    if "%" in tekst:
        raise ValueError(f"»{tekst}« er en procent. Her skal stå et beløb i kroner.")
    if _ENGELSK.fullmatch(tekst):
        dansk = tekst.translate(str.maketrans(",.", ".,"))
        raise ValueError(f"»{tekst}« har komma mellem tusinder. Mener du {dansk}?")
    if re.fullmatch(r"[-−]?\d{1,3},\d{3}", tekst):
        raise ValueError(
            f"»{tekst}« har tre cifre efter kommaet. Mener du {tekst.replace(',', '.')}? Eller afrund til øre."
        )
    bagved = re.fullmatch(r"(\S.*\d)\s?[-−]", tekst)
    return talformat.laes_tal(f"-{bagved[1]}" if bagved else tekst)


def _vist(tal: Decimal) -> str:
    return talformat.tal(tal, min(talformat.decimaler_i(tal), 9))
