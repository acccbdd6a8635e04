# ruff: noqa: E501 (prose is written as it is read)
"""5.3 and 5.4 of Slagelse: criteria without a number."""

from aftaler.laesning import Mangel
from helhedsplan.demo.former import Aktivitet, Kriterium, Omraade
from helhedsplan.demo.laesninger import ANTAL, NED, OP, PROCENT, oplevet, punkt, uden_stoerrelse
from helhedsplan.demo.slagelse.organisering import MOTALAVEJ, OMRAADER, RINGPARKEN
from helhedsplan.demo.slagelse.tryghed import KONFLIKT, REVISION

UDDANNELSE = Omraade(
    nr="5.3",
    problemkompleks=(
        "<p>Tæt på 40 % i de fire områder har kun grundskole, på Motalavej endnu flere. I kommunen er det omkring 20 % og i landet 14 "
        "%. 42 % er ledige mod 14 % i resten af kommunen.</p><p>Fravær i skolen og hash står i vejen for mange unge. Derfor sættes der "
        "ind over for dem under 30 år, men også over for forældrene, fordi deres arbejde smitter af på børnene.</p>"
    ),
    formaal_og_maal=(
        "<p>Uddannelse og arbejde skal være det almindelige. Flere unge skal klare folkeskolens prøve, blive parate til og gennemføre "
        "en ungdomsuddannelse, og færre under 30 år skal stå uden for det hele.</p>"
    ),
    kriterier=(
        Kriterium(
            "Skolefravær",
            "Elevernes fravær fra skolen er faldet, når perioden slutter.",
            "Slagelse Kommunes registrering af fravær",
            uden_stoerrelse(NED),
        ),
        Kriterium(
            "Uddannelsesparate",
            "Blandt de unge stiger andelen, der er uddannelsesparat. Klassetrinnet er ikke oplyst.",
            "",
            uden_stoerrelse(OP, PROCENT),
        ),
        Kriterium(
            "Kun grundskole",
            "En mindre andel har grundskolen som højeste uddannelse. Aldersgruppen er ikke oplyst.",
            "BL-tabeller",
            uden_stoerrelse(NED, PROCENT),
        ),
        Kriterium(
            "Borgere på ydelse",
            "Antallet af borgere på offentlig ydelse falder.",
            "KÅS-tal, KMD Opera og egen registrering",
            uden_stoerrelse(NED, ANTAL),
        ),
        Kriterium(
            "I gang med ungdomsuddannelse",
            "En større andel af borgerne over 18 år kommer i gang med en ungdomsuddannelse.",
            "KMD Opera og UU",
            uden_stoerrelse(OP, PROCENT),
        ),
        Kriterium(
            "Tid på ydelse",
            "Borgerne er på ydelse i kortere tid.",
            "KMD Opera og andre registreringer",
            uden_stoerrelse(NED),
        ),
    ),
    aktiviteter=(
        Aktivitet(
            "Brobygningsteam på tværs",
            "<p>Et hold fra flere fag opsporer og hjælper unge, der er ved at falde fra.</p>",
            type="Rådgivning og brobygning",
            boligomraader=OMRAADER,
            virkninger=(("Skolefravær", "direkte"), ("Uddannelsesparate", "direkte"), ("Kun grundskole", "indirekte")),
            eksempel=False,
        ),
        Aktivitet(
            "Flere kræfter til virksomhederne",
            "<p>Jobcentret kommer tættere på de lokale virksomheder, mest i Ringparken og på Motalavej.</p>",
            type="Jobrådgivning",
            boligomraader=OMRAADER,
            virkninger=(("Borgere på ydelse", "direkte"), ("Tid på ydelse", "direkte")),
            eksempel=False,
        ),
    ),
    konflikthaandtering=KONFLIKT,
    revision=REVISION,
)

FORAELDRE = Omraade(
    nr="5.4",
    problemkompleks=(
        "<p>CFBU regner med, at 35 % af børn og unge i udsatte områder er i særlig risiko, mod 5 % i landet. Mange familier har få penge, "
        "lidt skolegang og svært ved at støtte børnene. I Ringparken kommer for mange børn for sent eller for sjældent i dagtilbud, og "
        "kommunens elever har meget fravær.</p>"
    ),
    formaal_og_maal=(
        "<p>Forældre skal støttes, mens børnene er helt små. Der var 317 børn på 0–3 år i de fire områder i 2016, og 215 af dem hører til på "
        "Motalavej og i Ringparken, så dér begynder indsatsen. Går det første år godt, kan Sydbyen og Skælskør følge efter.</p>"
    ),
    kriterier=(
        Kriterium(
            "Børns trivsel i udvalgte familier",
            "Børnene i en udvalgt gruppe familier trives bedre og opdrages bedre ved udgangen af 2020 end ved baselinemålingen i 2016.",
            "Udtræk fra sundhedstjenestens Novax",
            oplevet(baseline=punkt(None, 2016), maal=punkt(None, 2020), mangler=(Mangel.MAALTAL, Mangel.ENHED)),
        ),
        Kriterium(
            "Mødres kompetencer",
            "Mødre i mødregrupperne oplever, at de står stærkere som forældre, når forløbet er slut.",
            "Spørgeskema",
            oplevet(),
        ),
    ),
    aktiviteter=(
        Aktivitet(
            "Ekstra sundhedspleje og mødregrupper",
            "<p>Sundhedsplejen, som alle forældre får, lægger flere besøg og mødregrupper til i to af områderne.</p>",
            type="Forældreforløb",
            boligomraader=(MOTALAVEJ, RINGPARKEN),
            virkninger=(("Børns trivsel i udvalgte familier", "direkte"), ("Mødres kompetencer", "direkte")),
            eksempel=False,
        ),
    ),
    konflikthaandtering=KONFLIKT,
    revision=REVISION,
)
