# ruff: noqa: E501 (prose is written as it is read)
"""The texts of Slagelse's strategic agreement, template A, and the kommissorium."""

AFSNIT = {
    "formaal": (
        "<p>De fire områder skal blive bydele, som folk vælger til, og som hænger sammen med Slagelse, Korsør og Skælskør. Ingen "
        "af dem skal stå på regeringens liste.</p><p>Det vil parterne nå ved at:</p><ul>"
        "<li>løfte uddannelse og beskæftigelse mærkbart</li><li>styrke det frivillige liv, så områderne bliver trygge</li><li>"
        "gøre det klart, hvad beboere, kommune, politi og boligorganisationer hver især har ansvar for</li><li>åbne områderne op "
        "med gode mødesteder</li><li>få flere til at skrive sig på venteliste</li></ul><p>Indsatsen lægger noget oven i det, "
        "kommunen gør i forvejen, og hjælper folk til at hjælpe sig selv.</p>"
    ),
    "organisering": (
        "<p>Fem boligorganisationer og Slagelse Kommune står bag. Kompetencecentret fører indsatsen ud i livet og er sekretariat.</p>"
        "<p><strong>Bestyrelsen</strong> har seks pladser: én fra hver boligorganisation og én fra kommunens direktion. Den har "
        "ansvaret for, at aftalen bliver gennemført.</p><p><strong>Formandskabet</strong> er to: en direktør fra en "
        "boligorganisation og en fra kommunen. De forbereder og leder møderne og tegner indsatsen udadtil sammen med "
        "kompetencechefen.</p><p><strong>Koordinationsgruppen</strong> samler kommunens centerchefer, kompetencechefen og to fra "
        "politiets ledelse om de kommunale aktiviteter.</p><p><strong>En lokal følgegruppe</strong> i hvert af de fire områder "
        "har koordinator, beboerhus, ejendomsdrift og lokalpoliti som faste medlemmer og tager beboere, foreninger, skole og "
        "klub med, hvor det passer.</p><p>Tre koordinatorer dækker tilsammen 50 % på Motalavej, 50 % i Ringparken, 30 % i "
        "Sydbyen og 30 % i Skælskør. Resten af deres tid går til faglige opgaver på tværs, og mindst én dag om ugen er de ude i "
        "området. Den ene er kompetencechefens stedfortræder.</p>"
    ),
    "problemkompleks": (
        "<p>De fire områder er hver især de største i deres by, og de ligner ikke hinanden. Ringparken/Schackenborgvænge og "
        "Motalavej har det sværest og har stået på regeringens liste. Dér lægges det meste af kræfterne, derefter i Sydbyen og så "
        "i Skælskør.</p><p><strong>Beboere.</strong> Omkring 43 % har ikke-vestlig baggrund: flest i Ringparken og "
        "Schackenborgvænge med 57 %, færrest i Skælskør med knap 20 %. De unge fylder mere, og folk over 50 år mindre, end i "
        "kommunen som helhed. Fraflytningen er samlet 22 %.</p><p><strong>Tryghed.</strong> I 2016 følte 58,3 % på Motalavej og "
        "72 % i Ringparken sig grundlæggende trygge. I alle særligt udsatte områder var det 72,4 % og i hele landet 89,1 %. Der "
        "blev sat 15 brande i 2015 og 28 året efter, og 123 tilfælde af hærværk måtte udbedres i 2015.</p><p><strong>Uddannelse og "
        "job.</strong> Tæt på 40 % har kun grundskole mod omkring 20 % i kommunen og 14 % i landet. 42 % er ledige mod 14 % i "
        "resten af kommunen.</p>"
    ),
    "maalinger": (
        "<p>Landsbyggefonden henter målingerne fra registre én gang om året, ens for alle indsatser på 2015-18-midlerne. "
        "Bestyrelsen følger dem løbende, og tallene ved starten lægges ved som bilag.</p>"
    ),
    "evaluering": (
        "<p>Kommunen registrerer de aktiviteter, den selv har ansvaret for, og Kompetencecentret resten. Hvert kvartal måles det, "
        "om det aftalte er leveret. Koordinationsgruppen og de lokale følgegrupper holder hver ét møde om året, der kun handler om "
        "evaluering.</p><p>Bestyrelsen vurderer indsatsen to gange om året: én gang på en kort statusrapport og én gang på, om "
        "aktiviteterne rykker ved kriterierne. Udefra evalueres hele planen to gange, første gang omkring årsskiftet 2018-19, med "
        "fokus på, om én plan for fire områder virker.</p>"
    ),
    "samspil": (
        "<p>Hver boligorganisation udvikler sit eget område. Parkvej og Sydbyen er nyrenoverede. Planen skal passe sammen med "
        "ideerne om Ringbyen og et campus, med de fysiske planer for Motalavej og måske for afdelinger i Skælskør, og med "
        "kommunens strategi for almene boliger.</p>"
    ),
    "underretning": (
        "<p>Kompetencechefen giver bestyrelsen og de lokale partnere besked, når noget i områderne kommer på tværs af indsatsen. "
        "Bestyrelsens medlemmer tager beslutninger med ind, som berører den.</p>"
    ),
    "konflikthaandtering": (
        "<p>Kompetencechefen tager uenighed op og finder et sted at løse den. Rækker en samtale ikke, lægges begge sider frem for "
        "bestyrelsen, som afgør sagen.</p>"
    ),
    "revision": "<p>Landsbyggefonden skal godkende ændringer i denne aftale.</p>",
}
BILAG = {
    "kommissorium": (
        "<p><strong>Opgave.</strong> Bestyrelsen styrer mål og økonomi, holder indsatsen sammen med kommunens egen og følger, at "
        "begge sider bidrager med det, de har lovet.</p><p><strong>Medlemmer.</strong> Seks: én fra hver af de fem "
        "boligorganisationer og én fra Slagelse Kommune. To af dem er formandskab.</p><p><strong>Møder.</strong> Mindst to om "
        "året. Kompetencecentret indkalder og skriver referat (eksempel).</p>",
        False,
    ),
}
