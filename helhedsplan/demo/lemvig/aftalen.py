# ruff: noqa: E501 (prose is written as it is read)
"""The texts of Lemvig's strategic agreement and its annexes."""

AFSNIT = {
    "formaal": (
        "<p>Kommunen og Bo i Lemvig vil sammen gøre Vestbyen til et trygt og velfungerende boligområde med en "
        "mere varieret beboersammensætning og færre fraflytninger. Uddannelse og beskæftigelse er det overordnede formål.</p>"
        "<p>Det vil parterne gøre ved at:</p><ul><li>sætte ind tidligt i børns og unges liv med aktiviteter i nærmiljøet og vej "
        "til foreningslivet</li><li>udvikle de unges muligheder for uddannelse</li><li>støtte de mest udsatte familier med "
        "redskaber til forældrerollen</li><li>hjælpe ledige med det, der står i vejen for uddannelse og job</li></ul>"
        "<p>Indsatsen støtter også de renoveringer, der er i gang og på vej, og bygger på, at beboerne selv er med.</p>"
    ),
    "organisering": (
        "<p><strong>Bestyrelsen</strong> har ansvaret for helhedsplanen: mål, delaftaler, budgetter, regnskaber og opfølgning "
        "på Boligsociale Data. Medlemmer: forretningsføreren for Bo i Lemvig (formand), direktøren for Arbejdsmarked og "
        "Borgerservice og fagchefen for Børne- og familieområdet. Bestyrelsen holder to faste møder om året.</p>"
        "<p><strong>Styregruppen</strong> sørger for fremdrift og for, at indsatserne hænger sammen. Medlemmer: faglederne fra "
        "Arbejdsmarked og Borgerservice og fra Børne- og familiecentret samt projektlederen. To faste møder om året og to mere "
        "efter behov.</p>"
        "<p><strong>Den faglige følgegruppe</strong> dækker alle tre indsatsområder med boligforeningens bestyrelse, skole, "
        "dagtilbud, foreninger, frivillige, viceværter og medarbejdere. Den holder 2–4 møder om året.</p>"
        "<p>Projektlederen er sekretariat for alle tre og indkalder aktørerne i beredskabsplanen. Midtvejs i perioden er der en "
        "evaluering og en konference for alle aktører.</p>"
    ),
    "samspil": (
        "<p><strong>Renovering.</strong> I de to afdelinger bor omkring 550 beboere. I afdeling 1 renoveres 151 boliger for 76 "
        "mio. kr., og alle skal genhuses i 2020–2023. Otte etværelses boliger lægges sammen med toværelses, så der bagefter er "
        "143. En blok på 20 boliger renoveres ikke, så der fortsat er billigere boliger.</p>"
        "<p><strong>Nye fælleslokaler.</strong> En tidligere friskole midt i området er bygget om til administration, "
        "viceværter og fælleslokaler til møder, fællesspisning, lektiecafé og rådgivning.</p>"
        "<p><strong>Naboer.</strong> Dagtilbud, skole, gymnasium og kolonihaver har en arbejdsgruppe om de fysiske rammer i "
        "Vestbyen, hvor boligforeningen og projektet er med.</p>"
    ),
    "maalinger": (
        "<p>Landsbyggefonden opgør hvert år en række målinger for hvert boligområde ud fra registre. Bestyrelsen følger dem "
        "løbende i Boligsociale Data. Det er en betingelse for støtten. Tre af kriterierne i afsnit 5 bruger de samme tal.</p>"
    ),
    "evaluering": (
        "<p>Aktiviteterne følges løbende med den rytme, der står ved hvert kriterium, og milepælsplanen gennemgås for hver "
        "aktivitet. Styregruppen inddrages mindst to gange om året og anbefaler ændringer til bestyrelsen gennem projektlederen. "
        "Bestyrelsen følger planen to gange om året og godkender ændringer i delaftalerne.</p>"
        "<p>Én gang om året laves en tryghedsvurdering med SSP, politi, institutioner og boligforening, og hvert indsatsområde "
        "samles op. Landsbyggefondens krav til evaluering og rapportering følges.</p>"
    ),
    "underretning": (
        "<p>Medarbejderne melder til nærmeste leder i boligforeningen, som melder videre til bestyrelsen. Følgegruppe, styregruppe "
        "og bestyrelse holder øje med, at lovet medfinansiering bliver leveret, og at delaftalerne skrider frem. Projektlederen "
        "er bindeled mellem niveauerne.</p>"
    ),
    "konflikthaandtering": (
        "<p>Uenighed løses i det daglige mellem parterne. Det, der ikke kan løses i et indsatsområde, tager bestyrelsen op og "
        "afgør.</p>"
    ),
    "revision": "<p>Landsbyggefonden skal sige ja, før aftalen ændres.</p>",
}

BILAG = {
    "beredskabsplan": (
        "<p><strong>Hvornår?</strong> Når noget i Vestbyen gør mange beboere utrygge, eller når planens aktiviteter må stoppe fra "
        "den ene dag til den anden (eksempel).</p><p><strong>Hvem gør hvad?</strong></p><ul><li>Projektlederen kalder aktørerne "
        "sammen inden for et døgn.</li><li>Bo i Lemvig skriver til beboerne og åbner fælleslokalerne.</li><li>Kommunen sender "
        "SSP og familievejledere ud i området.</li><li>Politiet fortæller, hvad der kan siges offentligt.</li></ul>"
        "<p><strong>Bagefter:</strong> styregruppen samler op på sit næste møde, og bestyrelsen får besked (eksempel).</p>",
        True,
    ),
    "kommissorium": (
        "<p><strong>Opgave.</strong> Bestyrelsen leder helhedsplanen. Den fastsætter målene, godkender budget, regnskab og "
        "delaftaler og følger kriterierne og de 7 indikatorer i Boligsociale Data.</p><p><strong>Medlemmer.</strong> Tre: Bo i "
        "Lemvigs forretningsfører, som er formand, kommunens direktør for Arbejdsmarked og Borgerservice og fagchefen for "
        "børne- og familieområdet.</p><p><strong>Møder.</strong> To om året og flere, når der er brug for det. Projektlederen "
        "indkalder, skriver dagsorden og referat og holder formøde med formanden.</p><p><strong>Beslutninger.</strong> "
        "Bestyrelsen søger enighed. Kan den ikke blive enig, går sagen til de to parters ledelser (eksempel).</p>",
        True,
    ),
}
