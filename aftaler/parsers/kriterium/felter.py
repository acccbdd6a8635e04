"""From skeleton, roles and form to the fields of a reading."""

import re
from decimal import Decimal

from aftaler.laesning import Aendring, Enhed, Form, Omraadetal, Punkt, Reference, Retning, Sammenligning
from aftaler.parsers.kriterium.bevaegelse import Bevaegelse
from aftaler.parsers.kriterium.former import er_alle, er_ingen, fordobling, sammenlignet_gruppe
from aftaler.parsers.kriterium.gentagelse import find_grundlag
from aftaler.parsers.kriterium.grupper import GRUPPE_MOENSTER, navn
from aftaler.parsers.kriterium.roller import (
    AENDRING,
    AFSTAND,
    BASELINE,
    EFTER_N,
    FRA_N,
    MAAL,
    MAALING,
    REFERENCE,
    SIDEORDNET,
    TIL_N,
    Roller,
)
from aftaler.parsers.kriterium.serie import serieenhed, serieenhed_i_saetninger
from aftaler.parsers.kriterium.skelet import FOERSTE_TAL, FOERSTE_TID, TUSINDEDEL, Skelet
from aftaler.parsers.kriterium.tal import Tal
from aftaler.parsers.kriterium.tid import Tid

NEDAD = re.compile(
    r"\b(?:færre|lavere|mindre|kortere|fald\w*|reduktion\w*|reducering\w*|nedgang\w*|nedbringelse\w*|"
    r"mindskelse\w*|nedsættelse\w*)\b",
    re.I,
)
OPAD = re.compile(
    r"\b(?:flere|højere|større|mere|længere|bedre|stigning\w*|forøgelse\w*|øgning\w*|vækst\w*|fremgang\w*|"
    r"tilvækst|forbedring\w*|løft)\b",
    re.I,
)
OMVENDT = {
    Sammenligning.MINDST: Sammenligning.HOEJST,
    Sammenligning.HOEJST: Sammenligning.MINDST,
    Sammenligning.OVER: Sammenligning.UNDER,
    Sammenligning.UNDER: Sammenligning.OVER,
    Sammenligning.LIG: Sammenligning.LIG,
}
# "må højst stige med 2 %"
TEGN_FOR_VERBUM = re.compile(
    r"\b(?P<ord>højst|maksimalt|maks|max|mindst|minimum|som minimum)\s+(?:\w+\s+)?(?:med|på)\s+$", re.I
)
UKENDT_NAEVNER = re.compile(r"\bpr\s+(?:beboere|indbyggere|borgere|personer|lejemål|boliger|husstande)\b", re.I)


class Laeser:
    """One sentence being read: every field is a question to the same skeleton and roles."""

    def __init__(self, skelet: Skelet, roller: Roller, form: Form) -> None:
        self.skelet, self.roller, self.form = skelet, roller, form
        self.maalsteder = roller.med(MAAL)

    def tal_ved(self, sted: int) -> Tal:
        return self.skelet.tal[ord(self.skelet.tekst[sted]) - FOERSTE_TAL]

    def _tid_ved(self, sted: int) -> Tid:
        tid = self.skelet.tider[ord(self.skelet.tekst[sted]) - FOERSTE_TID]
        fra = re.search(r"\bfra\s+(?:og med\s+)?$", self.skelet.tekst[:sted], re.I)
        aaben = fra and self.roller.tider[sted] == MAAL and not re.match(r"\s+til\b", self.skelet.tekst[sted + 1 :])
        if (
            aaben or re.match(r"\s+og (?:frem|efter|over|senere)", self.skelet.tekst[sted + 1 :])
        ) and tid.fra == tid.til:
            return Tid(tid.fra, None)
        return tid

    def _tider(self, rolle: str) -> list[int]:
        return [sted for sted, r in sorted(self.roller.tider.items()) if r == rolle]

    def _punkt(self, rolle: str) -> Punkt | None:
        """Value and window of a role; the window that follows the value goes before one elsewhere."""
        tal, tider = self.roller.med(rolle), self._tider(rolle)
        if not tal and not tider:
            return None
        vaerdi = self.tal_ved(tal[0]).vaerdi if tal else None
        naeste = tal[1] if len(tal) > 1 else len(self.skelet.tekst)
        egen = [t for t in tider if tal and tal[0] < t < naeste] or tider
        if not egen:
            return Punkt(vaerdi)
        foerste = self._tid_ved(egen[0])
        sidste = self._tid_ved(egen[1]) if len(egen) > 1 and self._er_vindue(egen) else foerste
        return Punkt(vaerdi, foerste.fra, sidste.til)

    def _er_vindue(self, tider: list[int]) -> bool:
        """ "fra 2019 til 2022" as one window of the target."""
        return bool(re.fullmatch(r"\s*(?:til|-|og)\s*(?:og med\s*)?", self.skelet.tekst[tider[0] + 1 : tider[1]]))

    def baseline(self) -> Punkt | None:
        return self._punkt(BASELINE)

    def maal(self, omraader: tuple[Omraadetal, ...]) -> Punkt | None:
        punkt = self._punkt(MAAL)
        if omraader and punkt:
            punkt = Punkt(None, punkt.fra, punkt.til) if punkt.fra else None
        if self.form in (Form.SAMMENLIGNING, Form.AENDRING) and punkt and punkt.vaerdi is not None:
            punkt = Punkt(None, punkt.fra, punkt.til) if punkt.fra else None
        if self.form in (Form.ANTAL, Form.ANDEL) and not self.roller.tal:
            punkt = self._ordmaal() or punkt
        if self.form == Form.FASTHOLDELSE and (baseline := self.baseline()) and baseline.vaerdi is not None:
            punkt = (
                Punkt(baseline.vaerdi, *((punkt.fra, punkt.til) if punkt else (None, None)))
                if not punkt or punkt.vaerdi is None
                else punkt
            )
        maaling = self._tider(MAALING)
        if (
            maaling
            and (self.roller.med(AENDRING) or (punkt and punkt.vaerdi is not None))
            and (not punkt or punkt.fra is None)
        ):
            tid = self._tid_ved(maaling[0])
            punkt = Punkt(punkt.vaerdi if punkt else None, tid.fra, tid.til)
        return punkt

    def _ordmaal(self) -> Punkt | None:
        """ "Alle" is 100 percent, "ingen" is nought."""
        tid = self._punkt(MAAL) or Punkt()
        if er_ingen(self.skelet.hoved):
            return Punkt(Decimal(0), tid.fra, tid.til)
        return Punkt(Decimal(100), tid.fra, tid.til) if er_alle(self.skelet.hoved) else None

    def er_maalt_senere(self) -> bool:
        return bool(self._tider(MAALING))

    def har_flere_maal(self) -> bool:
        """Another target beside the first: coordinated with it, or in a sentence of its own."""
        for sted in self.maalsteder[1:]:
            stykke = self.skelet.stykke_ved(sted)
            foer = self.skelet.tekst[stykke.start : sted]
            if stykke.saetning != self.skelet.stykke_ved(self.maalsteder[0]).saetning:
                if self.tal_ved(sted).tegn:
                    return True
            elif SIDEORDNET.search(foer) or TIL_N.search(foer):
                return True
        return False

    def retning(self) -> Retning | None:
        bevaegelse = self.roller.bevaegelse
        if self.form == Form.FASTHOLDELSE:
            return Retning.FASTHOLD
        if self.form == Form.AENDRING:
            return self._aendringsretning(bevaegelse)
        if self.form in (Form.KVALITATIV, Form.IKKE_FASTLAGT):
            return bevaegelse.retning if bevaegelse else None
        if self.form in (Form.ANTAL, Form.ANDEL) and not self.maalsteder:
            return None
        if bevaegelse and bevaegelse.er_verbum_eller_navn and self._styrer(bevaegelse):
            return bevaegelse.retning
        return self._retning_af_tal()

    def _styrer(self, bevaegelse: Bevaegelse) -> bool:
        if not self.maalsteder:
            return True
        return bevaegelse.start < self.maalsteder[0] or bool(TIL_N.search(self.skelet.tekst[: self.maalsteder[0]]))

    def _retning_af_tal(self) -> Retning | None:
        """ "fra 5,7 til 6,0" tells a movement without a verb."""
        tekst = self.skelet.tekst
        fra = [s for s in self.roller.med(BASELINE) if FRA_N.search(tekst[:s])]
        til = [s for s in self.maalsteder if TIL_N.search(tekst[:s])]
        if not fra or not til:
            return None
        foer, nu = self.tal_ved(fra[0]).vaerdi, self.tal_ved(til[0]).vaerdi
        return None if foer == nu else Retning.OP if nu > foer else Retning.NED

    def _aendringsretning(self, bevaegelse: Bevaegelse | None) -> Retning | None:
        tekst = self.skelet.tekst
        for sted in self.roller.med(AENDRING):
            if fund := EFTER_N.match(tekst[sted + 1 :]):
                if NEDAD.search(fund[0]) or OPAD.search(fund[0]):
                    return Retning.NED if NEDAD.search(fund[0]) else Retning.OP
        return bevaegelse.retning if bevaegelse else None

    def enhed(self) -> Enhed | None:
        """The unit at the numbers themselves goes before what the series' noun tells."""
        if TUSINDEDEL in self.skelet.tekst:
            return Enhed.PROMILLE
        steder = self.maalsteder + self.roller.med(BASELINE) + self.roller.med(REFERENCE)
        ved_tal = [e for s in steder if (e := self.tal_ved(s).enhed)]
        for enhed in ved_tal:
            if enhed != "antal":
                return Enhed.PROCENT if enhed == "procentpoint" else Enhed(enhed)
        if UKENDT_NAEVNER.search(self.skelet.tekst):
            return None
        if self.form == Form.KVALITATIV:
            return None
        fra_serie = serieenhed(self.skelet.hoved)
        if fra_serie is None and self.form in (Form.IKKE_FASTLAGT, Form.SAMMENLIGNING, Form.FASTHOLDELSE):
            fra_serie = serieenhed(self.skelet.tekst)
        if fra_serie is None and self.form == Form.NIVEAU and not ved_tal:
            fra_serie = serieenhed_i_saetninger(self.skelet.tekst)
        return fra_serie or self._enhed_af_form(ved_tal)

    def _enhed_af_form(self, ved_tal: list[str]) -> Enhed | None:
        if ved_tal or self.form == Form.ANTAL:
            return Enhed.ANTAL
        if self.form == Form.ANDEL:
            return Enhed.PROCENT
        aendringer = [self.tal_ved(s).enhed for s in self.roller.med(AENDRING)]
        if aendringer and aendringer[0] not in (None, "procent"):
            return Enhed.PROCENT if aendringer[0] == "procentpoint" else Enhed(aendringer[0])
        return None

    def sammenligning(self, omraader: tuple[Omraadetal, ...]) -> Sammenligning | None:
        if omraader:
            return None
        if self.form == Form.AENDRING:
            return self._aendringstegn()
        if self.form == Form.SAMMENLIGNING:
            return self._gruppetegn()
        if self.form == Form.FASTHOLDELSE and not self.maalsteder:
            return self._fastholdtegn()
        if self.maalsteder:
            sted = self.maalsteder[0]
            return self.tal_ved(sted).tegn or (self._tegn_af_til() if TIL_N.search(self.skelet.tekst[:sted]) else None)
        return self._tabt_tegn()

    def _tegn_af_til(self) -> Sammenligning | None:
        bevaegelse = self.roller.bevaegelse
        if not bevaegelse or bevaegelse.trin == 3:
            return None
        retning = self.retning()
        if bevaegelse.er_bloed and self._retning_af_tal() is None:
            retning = bevaegelse.retning
        return {Retning.OP: Sammenligning.MINDST, Retning.NED: Sammenligning.HOEJST}.get(retning)

    def har_afstand(self) -> bool:
        """ "højst 2 procentpoint over kommunens gennemsnit": the figure of the group is not the whole target."""
        return self.form == Form.SAMMENLIGNING and bool(self.roller.med(AFSTAND))

    def _gruppetegn(self) -> Sammenligning | None:
        if afstand := self.roller.med(AFSTAND):
            return self.tal_ved(afstand[0]).tegn
        _, tegn, sted = sammenlignet_gruppe(self.skelet)
        if tegn is None and re.match(r"til\b", self.skelet.hoved[sted:], re.I):
            return self._tegn_af_til()
        return tegn

    def _fastholdtegn(self) -> Sammenligning | None:
        if fund := re.search(
            r"\b(?:fastholdes|bevares|opretholdes)\s+(?:eller|og)\s+(?:\w+\s+)?(?P<ord>\w+)", self.skelet.hoved, re.I
        ):
            if re.match(r"øg|stig|forbedr|hæv|vok|løft", fund["ord"]):
                return Sammenligning.MINDST
            if re.match(r"fald|reduc|sænk|mindsk|nedb", fund["ord"]):
                return Sammenligning.HOEJST
        if fund := re.search(
            r"\bikke (?:\w+ ){0,2}?(?P<ord>højere|lavere|flere|færre|større|mindre|under|over)\b",
            self.skelet.hoved,
            re.I,
        ):
            ned = fund["ord"] in ("lavere", "færre", "mindre", "under")
            return Sammenligning.MINDST if ned else Sammenligning.HOEJST
        if re.search(r"\bmindst\b", self.skelet.hoved, re.I):
            return Sammenligning.MINDST
        return None

    def _tabt_tegn(self) -> Sammenligning | None:
        """The comparator of a number that was lost on the way."""
        if self.form == Form.NIVEAU:
            return self._tegn_af_til() if re.search(r"\btil\b", self.skelet.hoved) else None
        if self.form in (Form.ANTAL, Form.ANDEL) and not er_ingen(self.skelet.hoved):
            if re.search(r"\b(?:mindst|minimum|min)\b", self.skelet.hoved, re.I):
                return Sammenligning.MINDST
            if re.search(r"\b(?:højst|maksimalt|maks|max)\b", self.skelet.hoved, re.I):
                return Sammenligning.HOEJST
        return None

    def _aendringstegn(self) -> Sammenligning | None:
        steder = self.roller.med(AENDRING)
        tegn = self.tal_ved(steder[0]).tegn if steder else None
        if steder and tegn is None and (fund := TEGN_FOR_VERBUM.search(self.skelet.tekst[: steder[0]])):
            tegn = Sammenligning.HOEJST if fund["ord"].lower().startswith(("h", "ma")) else Sammenligning.MINDST
        if (
            not steder
            and fordobling(self.skelet.hoved) is not None
            and re.search(r"\bmindst\s+(?:\w+\s+)?(?:halver|fordob|tredob)", self.skelet.hoved, re.I)
        ):
            tegn = Sammenligning.MINDST
        if steder and re.search(r"\b(?:ikke|aldrig)\s+(?:\w+\s+){0,2}med\s+$", self.skelet.tekst[: steder[0]], re.I):
            tegn = Sammenligning.HOEJST
        return OMVENDT[tegn] if tegn and self.retning() == Retning.NED else tegn

    def aendring(self) -> Aendring | None:
        if self.form != Form.AENDRING:
            return None
        grundlag = find_grundlag(self.skelet.tekst, self.roller.grundlag_er_baseline)
        steder = self.roller.med(AENDRING)
        if not steder:
            vaerdi = fordobling(self.skelet.hoved)
            return None if vaerdi is None else Aendring(vaerdi, "procent", grundlag)
        tal = self.tal_ved(steder[0])
        serie = self.enhed()
        enhed = tal.enhed if tal.enhed in ("procent", "procentpoint") else (serie.value if serie else tal.enhed)
        return Aendring(-tal.vaerdi if self.retning() == Retning.NED else tal.vaerdi, enhed, grundlag)

    def reference(self) -> Reference | None:
        steder = self.roller.med(REFERENCE)
        gruppe = sammenlignet_gruppe(self.skelet)
        if not steder:
            return Reference(gruppe[0], *self._referencetid()) if gruppe and self.form == Form.SAMMENLIGNING else None
        punkt = self._punkt(REFERENCE)
        fundet = gruppe[0] if gruppe and self.form == Form.SAMMENLIGNING else self._navn_ved(steder[0])
        return Reference(fundet, punkt.vaerdi, punkt.fra, punkt.til) if fundet else None

    def _referencetid(self) -> tuple[None, int | None, int | None]:
        punkt = self._punkt(REFERENCE)
        return (None, punkt.fra, punkt.til) if punkt else (None, None, None)

    def _navn_ved(self, sted: int) -> str | None:
        """The group nearest before the number in its stretch or sentence, else the nearest after."""
        stykke = self.skelet.stykke_ved(sted)
        for start, slut in ((stykke.start, sted), (sted, stykke.slut), (0, sted)):
            if fund := list(GRUPPE_MOENSTER.finditer(self.skelet.tekst, start, slut)):
                return navn(fund[-1] if slut == sted else fund[0])
        return None


def kan_maales(
    form: Form, maal: Punkt | None, aendring: Aendring | None, reference: Reference | None, omraader: tuple, flere: bool
) -> bool:
    """A criterion is measurable when one series of measurements (or one per named area) can show whether it is met."""
    if form in (Form.KVALITATIV, Form.IKKE_FASTLAGT) or flere:
        return False
    if form == Form.AENDRING:
        return aendring is not None
    if form == Form.SAMMENLIGNING:
        return reference is not None and reference.vaerdi is not None
    return bool(omraader) or (maal is not None and maal.vaerdi is not None)
