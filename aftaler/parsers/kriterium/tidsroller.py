"""Which year is the target's, which the starting point's, which only that of a later measurement."""

import re

from aftaler.parsers.kriterium import rolleord as ord_
from aftaler.parsers.kriterium.bevaegelse import Bevaegelse
from aftaler.parsers.kriterium.rolleord import AENDRING, AFSTAND, BASELINE, BISAG, MAAL, MAALING, REFERENCE
from aftaler.parsers.kriterium.skelet import Skelet, Stykke, T
from aftaler.parsers.kriterium.talord import fordobling


def tidsrolle(skelet: Skelet, sted: int, tal: dict[int, str], bevaegelse: Bevaegelse | None) -> tuple[str, bool]:
    """The role of the year at `sted`, and whether the words say that the change is measured from it."""
    stykke = skelet.stykke_ved(sted)
    foer, efter = skelet.tekst[stykke.start : sted], skelet.tekst[sted + 1 : stykke.slut]
    aar_for_aar = ord_.AAR_FOR_AAR.match(skelet.tekst, sted)
    if aar_for_aar and (":" in aar_for_aar[0] or len(ord_.AAR_FOR_AAR.findall(skelet.tekst)) > 1):
        return tal[aar_for_aar.end() - 1], False
    if ord_.FOERSTE_GANG_T.search(foer) or (not tal and ord_.FASTLAEGGES_I_T.search(foer)):
        return BISAG, False
    if (fund := ord_.FORTID_EFTER_T.match(skelet.tekst[sted + 1 :])) and tal.get(fund.end() + sted) in (
        BASELINE,
        REFERENCE,
    ):
        return tal[fund.end() + sted], False
    if ord_.FRA_MAALING_T.search(foer):
        return BASELINE, False
    if ord_.TIL_MAALING_T.search(foer):
        return MAAL, False
    er_frist = skelet.tid_ved(sted).er_frist
    if not er_frist and ord_.SAMMENHOLDT_T.search(foer):
        return BASELINE, True
    if ord_.NIVEAU_EFTER_T.match(efter) and not re.search(r"^\s?-?\s?(?:måling|opgørelse)", efter):
        return BASELINE, bool(re.search(r"\b(?:fra|ift|i forhold til|end|af)\s+$", foer))
    if ord_.FASTLAEGGES_T.search(foer):
        return BASELINE, False
    if not ord_.MAALT_VED_T.search(foer) and _er_opfoelgning(foer):
        return MAALING, False
    if any(m.search(foer) for m in (ord_.BASELINE_T, ord_.NIVEAU_FRA_T)):
        return BASELINE, False
    if re.search(r"\bsiden\s+$", foer, re.I):
        return BASELINE, False
    if bevaegelse and ord_.TABT_MAAL_T.search(foer):
        return MAAL, False
    if re.search(r"\bfra\s+(?:%\s*)?$", foer, re.I):
        aaben = re.match(r"\s+og (?:frem|efter|over|senere)", efter) or not bevaegelse or re.search(r"\bmed\s+$", foer)
        return (MAAL, False) if aaben else (BASELINE, False)
    return _naboens_rolle(skelet, sted, stykke, tal) or _rolle_af_stedet(skelet, sted, stykke, tal), False


def _er_opfoelgning(foer: str) -> bool:
    if not ord_.OPFOELGNING_T.search(foer) or re.search(rf"\b{ord_.UDGANGSPUNKT}\s+$", foer, re.I):
        return False
    return not ord_.BASELINE_T.search(foer) or bool(re.search(r"følges op|ny måling", foer))


def _naboens_rolle(skelet: Skelet, sted: int, stykke: Stykke, tal: dict[int, str]) -> str | None:
    """The role of the number before it in the same clause: "25 % i 2022"."""
    naboer = [s for s in tal if s < sted and _i_samme_led(skelet, s, stykke)]
    if not naboer or tal[naboer[-1]] == BISAG:
        return None
    rolle = tal[naboer[-1]]
    er_hoved = stykke.slags == "hoved" and stykke.saetning == 0
    if rolle == REFERENCE and er_hoved and (BASELINE in tal.values() or skelet.tid_ved(sted).er_frist):
        return MAAL  # "fra 2,9 % til under landsgennemsnittet på 1,2 % i 2021"
    if (
        rolle == BASELINE
        and skelet.tid_ved(sted).er_frist
        and re.search("[,;]", skelet.tekst[naboer[-1] : sted])
        and any(tal[s] == MAAL for s in tal if sted < s <= stykke.slut)
    ):
        return MAAL  # "som i dag er 34 %, ved udgangen af 2021 er 25 %"
    if rolle == BASELINE and fordobling(skelet.tekst[naboer[-1] : sted]) is not None:
        return MAAL  # "fra 35 % i 2018 til det dobbelte i 2022"
    if rolle == BASELINE and ord_.FASTHOLD.search(skelet.tekst[naboer[-1] : sted]):
        return MAAL  # "niveauet på 92 % fra 2020 bevares i 2021-2024"
    return MAAL if rolle in (AENDRING, AFSTAND) else rolle


def _rolle_af_stedet(skelet: Skelet, sted: int, stykke: Stykke, tal: dict[int, str]) -> str:
    """A year without a number before it: the target's in the first sentence, else that of the number after it."""
    if stykke.saetning == 0 and stykke.slags == "hoved":
        naeste = next((s for s in sorted(tal) if sted < s <= stykke.slut), None)
        fortid = (
            naeste
            and tal[naeste] == BASELINE
            and not re.search(T, skelet.tekst[sted + 1 : naeste])
            and ord_.FORTID.search(skelet.tekst[max(stykke.start, sted - 20) : naeste])
        )
        return BASELINE if fortid else MAAL
    efter_sig = [s for s in tal if stykke.start <= s <= stykke.slut and s > sted]
    if efter_sig and tal[efter_sig[0]] in (BASELINE, REFERENCE, MAAL):
        return tal[efter_sig[0]]
    return MAAL if ord_.FRIST.search(skelet.tekst[stykke.start : stykke.slut]) else BISAG


def _i_samme_led(skelet: Skelet, tal: int, stykke: Stykke) -> bool:
    if skelet.stykke_ved(tal) == stykke:
        return True
    return stykke.slags == "parentes" and not skelet.tekst[tal + 1 : stykke.start - 1].strip() and tal > 0
