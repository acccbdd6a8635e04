"""The words that give a number or a year its role. Names in _N are looked for at a number, those in _T at a year."""

import re

from aftaler.parsers.kriterium.grupper import GRUPPE_MOENSTER
from aftaler.parsers.kriterium.skelet import IKKE_MAERKE, IKKE_TAL, N, T

MAAL, BASELINE, AENDRING, REFERENCE, MAALING, BISAG, AFSTAND = (
    "maal",
    "baseline",
    "aendring",
    "reference",
    "maaling",
    "bisag",
    "afstand",
)

UDGANGSPUNKT = (
    r"(?:baseline\w*|udgangspunkt\w*|nulpunkt\w*|startpunkt\w*|startniveau\w*|startmåling\w*|førmåling\w*|"
    r"før-?måling\w*|nulmåling\w*|"
    r"basisår\w*|basismåling\w*|nuværende|i dag|i øjeblikket|aktuelt|på nuværende tidspunkt|pt|status)"
)
BEV_NAVN = (
    r"(?:fald(?:et|ene)?\b|stigning\w*|reduktion\w*|forøgelse\w*|øgning\w*|nedgang\w*|vækst\w*|fremgang\w*|"
    r"reducering\w*|nedbringelse\w*|"
    r"mindskelse\w*|nedsættelse\w*(?! af (?:en|et)\b)|tilvækst|tilgang|forbedring\w*|løft)"
)
BEV_VERBUM = (
    r"(?:fald(?:e|er|et)|stig(?:e|er|et)|steget|øges?|øget|reduceres?|reduceret|mindskes?|sænkes?|hæves?|"
    r"vokse[rt]?|nedbringes?|forbedres?|løftes?)"
)
STOERRE = r"(?:højere|lavere|mindre|større|mere|bedre|kortere|længere)"
TILFOEJET_N = re.compile(rf"{N}{IKKE_TAL}*\b(?:svarende til|hvilket svarer til|dvs|altså)\s+{IKKE_TAL}*$", re.I)
MED_N = re.compile(r"\bmed\s+(?:\w+\s+){0,1}$", re.I)
PAA_N = re.compile(
    rf"\b{BEV_NAVN}\s+(?:(?:(?!niveau|gennemsnit|snit)\w+\s+){{0,8}}?(?:på|med)|{IKKE_TAL}{{0,140}},\s+på)\s+$", re.I
)
# "Reduktion i antallet af brande: 20 %"
KOLON_N = re.compile(rf"^\W*(?:\w+\s+)?{BEV_NAVN}\s[^.:]*:\s*$", re.I)
# "Stigningen i antallet af … er mindst 20"
STIGNINGEN_ER = re.compile(
    r"^\W*(?:stigningen|faldet|reduktionen|væksten|fremgangen|nedgangen)\b[^.,]*\b(?:er|udgør|på)\s+$", re.I
)
PAA_PROCENT = re.compile(
    r"^\W*(?:(?:der|sker|skal|ske|et|en|er|at|opnås|ses|årlig|mærkbar|markant|"
    rf"mærkbart)\s+){{0,4}}{BEV_NAVN}\s+(?:[^\s,]+\s+){{0,12}}?(?:på|være|udgøre|udgør|er)\s+$",
    re.I,
)
VERBUM_N = re.compile(rf"\b{BEV_VERBUM}\s+(?:årligt?\s+|i gennemsnit\s+|gennemsnitligt\s+|{T}\s+)?$", re.I)
# "5 procentpoint over niveauet i 2016"
OVER_NIVEAU_N = re.compile(rf"^\s*(?P<vej>over|under)\s+(?:(?:niveau|{UDGANGSPUNKT})\w*|{T})", re.I)
FORSKEL_N = re.compile(r"\b(?:forskel\w*|afstand\w*|gab(?:et)?)\s", re.I)
EFTER_N = re.compile(
    rf"^\s*(?:{BEV_NAVN}\b|(?:[a-zæøå]+\s+){{0,2}}?(?:flere|færre)\b(?!\s+gange)|{STOERRE}\b)",
    re.I,
)
# "2 større arrangementer" is no change of two: the comparative belongs to the noun.
TILLAEGSORD_N = re.compile(
    rf"^\s*{STOERRE}\s+(?!end\b|i\b|ved\b|årligt\b|pr\b|om\b|inden\b|ift\b|sammenlignet\b)[a-zæøå]+", re.I
)
FRA_N = re.compile(
    r"\bfra\s+(?:(?:et|det) (?:\w+ )?(?:niveau|udgangspunkt|gennemsnit|snit) (?:på )?|nu |i dag )?$", re.I
)
TIL_EFTER_N = re.compile(rf"^\s*(?:[(\[]?{T}[)\]]?)?\s*(?:(?:og|,)\s+(?:skal\s+)?(?:{BEV_VERBUM})\s+)?til\s+{N}", re.I)
TIL_N = re.compile(r"\b(?:til|når op på|nå op på|ned på|op på)\s+(?:et (?:niveau|gennemsnit|snit) på )?$", re.I)
MAAL_N = re.compile(rf"\b(?:\w*mål(?:et|tal\w*|sætning\w*)?|ambition\w*)\b{IKKE_TAL}{{0,60}}$", re.I)
# An interim target: the target only when no other is.
DELMAAL_N = re.compile(rf"\b(?:del|etape|mellem)mål\w*\b{IKKE_TAL}{{0,40}}$", re.I)
MOD_N = re.compile(r"\bmod\s+(?:\w+\s+){0,2}$", re.I)
UDGANGSPUNKT_N = re.compile(rf"\b{UDGANGSPUNKT}\b{IKKE_TAL}*$", re.I)
FORTID_N = re.compile(
    r"\b(?:var|lå|udgjorde|havde|har ligget|har været|ligger i dag|er i dag|opgjort til|målt til|ligger nu|"
    r"følte|oplevede|deltog|modtog|angav|svarede|boede|gik|"
    rf"steg|faldt|blev)\b{IKKE_TAL}*$",
    re.I,
)
# "på samme niveau som i 2021, hvor 83 % …"
HVOR_N = re.compile(
    rf"\b(?:som|end|med|ift|i forhold til|fra)\s+(?:\w+\s+){{0,3}}{T},?\s+(?:hvor|da)\s+{IKKE_TAL}*$", re.I
)
# "niveauet på 92 % … bevares"
PAA_FASTHOLDT = re.compile(rf"\bpå\s+{N}[^,.;]{{0,60}}?\b(?:fastholdes|bevares|opretholdes|holdes)\b", re.I)
# "2019-niveauet på 31"
NIVEAU_T_N = re.compile(rf"{T}\s?-?\s?niveau\w*\s+(?:på|var|er|,|:)\s*$", re.I)
UDGANGSPUNKT_EFTER_N = re.compile(rf"^\s*(?:\w+\s+){{0,2}}(?:ved|i)\s+{UDGANGSPUNKT}", re.I)
AFSTAND_EFTER_N = re.compile(
    r"^\s*(?:(?:over|under|højere end|lavere end|bedre end|fra)\s+(?:i\s+)?|"
    rf"gange\s+(?:så \w+ som\s+(?:i\s+)?)?|af\s+(?=[^,.]*(?:gennemsnit|niveau|snit)|\w+ens\s*(?:[.,(]|"
    rf"$))){GRUPPE_MOENSTER.pattern}",
    re.I,
)
SAMMENHOLDT_N = re.compile(
    r"\b(?:sammenlignet med|i forhold til|ift|set i forhold til|op fra|ned fra)\s+(?:(?!kommunen|landet|byen|"
    r"regionen)\w+\s+){0,2}$",
    re.I,
)
FASTHOLD = re.compile(
    r"\b(?:fastholde[srt]?|fastholdt|bevare[srt]?|bevaret|opretholde[srt]?|opretholdt|vedligeholde[srt]?|"
    r"forblive[rs]?|holdes|holder sig|uændret|stabilt?|"
    r"stabile|stabilisere[srt]?|"
    r"fastholdelse(?= af (?:andel|antal|niveau|den |det ))|"
    rf"(?:fortsat|stadig)(?=\s+(?:{N}|på|lave?t?\b|høje?t?\b)))\b",
    re.I,
)
SKAL = re.compile(r"\b(?:skal|mål\w*|forventes|vil|bør|ønskes)\b", re.I)
FORTID = re.compile(r"\b(?:var|lå|udgjorde|havde|har ligget|har været)\b", re.I)
SIDEORDNET = re.compile(r"(?:,|\bog|\bsamt|\bheraf|\bmed|\bsamt for)\s+(?:[\w¤]+:?\s+){0,3}$", re.I)
HERAF_N = re.compile(rf"\b(?:heraf|hvoraf)\s+(?:\w+\s+){{0,2}}{N}", re.I)
FORBEHOLD = re.compile(r"\b(?:på|i|fra|inden for|efter|hvoraf|hver|ud af|af|pr)\s+(?:\w+\s+)?$", re.I)

BASELINE_T = re.compile(rf"\b{UDGANGSPUNKT}(?!\w)(?:(?!følges op|\bny måling){IKKE_MAERKE}){{0,60}}$", re.I)
SAMMENHOLDT_T = re.compile(
    r"\b(?:sammenlignet med|i forhold til|ift|set i forhold til|målt mod|end|niveau(?:et)? med|"
    r"niveau(?:et)? som|niveauet(?: fra)?|samme som|målt i forhold til|relativt til|(?:lige)?så (?:mange|meget|høj\w*|"
    r"stor\w*)\b[^,.]*\bsom)\s+(?:ved\s+)?(?:(?:tal\w*|niveau\w*|opgørelse\w*|\w*måling\w*|"
    r"(?:gennem)?snittet(?: for| i| af)?)\s+)?"
    r"(?:(?!halver|fordob|dobbelt|lands|kommun|gennemsnit|region|by)\w+\s+|(?:der|det|den|de) (?:var|blev|er)\s+)?$",
    re.I,
)
NIVEAU_EFTER_T = re.compile(r"^\s?-?\s?(?:baseline|niveau|tal|måling|opgørelse)\w*", re.I)
OPFOELGNING_T = re.compile(
    r"\b(?:følges op|opfølgende|opfølgning\w*|ny måling|nye målinger|slutmåling\w*|eftermåling\w*|genmål\w*|"
    r"gentages|måles|måling(?:en)?(?: gennemføres| foretages)?|"
    rf"afsluttende|evalueres|undersøges|opgøres)\b{IKKE_MAERKE}*$",
    re.I,
)
# "til % eller lavere i 2022": the number was lost, its year was not.
TABT_MAAL_T = re.compile(r"\btil\s+(?:og med\s+)?(?:%\s*)?(?:eller\s+\w+\s+)?$", re.I)
# "fastsættes, når tallene for 2018 foreligger": the year of what the target will rest on.
FASTLAEGGES_T = re.compile(
    r"\b(?:fastsættes|fastlægges|aftales|defineres|formuleres|sættes|besluttes)\b.*\b(?:når|efter|"
    rf"på baggrund af|ud fra|på grundlag af)\b{IKKE_MAERKE}*$",
    re.I,
)
# "fastlægges i 2022": when the target is set.
FASTLAEGGES_I_T = re.compile(
    rf"\b(?:fastsættes|fastlægges|aftales|defineres|formuleres|sættes|besluttes|foreligger|udarbejdes)\s+"
    rf"(?:(?!{UDGANGSPUNKT}|efter|når|på|ud\b)\w+\s+){{0,4}}$",
    re.I,
)
NIVEAU_FRA_T = re.compile(r"\bniveau\w*\s+(?:[^\s,.]+\s+){0,5}fra\s+$", re.I)
# "57 % ved målingen i 2016": the survey that gave the number before it.
MAALT_VED_T = re.compile(rf"{N}\s*\(?(?:ved|i|i forbindelse med)\s+(?:\w+\s+)?\w*måling(?:en)?\s+$", re.I)
FRA_MAALING_T = re.compile(r"\bfra\s+[a-zæøå]+(?:måling|en|et)\s+$", re.I)
TIL_MAALING_T = re.compile(r"(?<!forhold )\btil\s+[a-zæøå]+(?:måling|en|et)\s+$", re.I)
FOERSTE_GANG_T = re.compile(r"\bførste gang\s+$", re.I)
# "hvor det i 2018 var 48"
FORTID_EFTER_T = re.compile(rf"^\s*(?:\w+\s+){{0,2}}(?:var|lå|udgjorde|havde)\b[^,.]*?{N}", re.I)
# "2018: 88 %, 2021: 95 %"
AAR_FOR_AAR = re.compile(rf"{T}\s*[:=]?\s*{N}")
FRIST = re.compile(
    r"\b(?:mål\w*|nå(?:s|et|r)?|opnå\w*|indfri\w*|opfyldt|gælder|frist|senest|inden|udgangen|gennemført)\b", re.I
)
