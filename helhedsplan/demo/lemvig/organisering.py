# ruff: noqa: E501 (prose is written as it is read)
"""Lemvig's bodies and staff. The bodies, their seats and their rhythm are the documents'; all persons and shares are invented."""

from helhedsplan.demo.former import Andel, Organ, Plads

BO, KOMMUNE = "Bo i Lemvig", "Lemvig Kommune"
ORGANER = (
    Organ(
        "bestyrelse",
        "Bestyrelsen",
        (
            Plads("Forretningsfører", BO, "Inge Kirk", "formand"),
            Plads("Direktør, Arbejdsmarked og Borgerservice", KOMMUNE, "Bent Aagaard"),
            Plads("Fagchef, børn og familie", KOMMUNE, "Lone Hvid"),
        ),
        "<p>Leder planen: mål, delaftaler, budget og regnskab. Følger kriterierne og Boligsociale Data.</p>",
        (2, None),
        "Projektlederen",
    ),
    Organ(
        "styregruppe",
        "Styregruppen",
        (
            Plads("Fagleder, Arbejdsmarked og Borgerservice", KOMMUNE, "Peter Vang"),
            Plads("Fagleder, Børne- og familiecentret", KOMMUNE, "Rikke Thorup"),
            Plads("Projektleder", BO, "Jonas Friis", "sekretaer"),
        ),
        "<p>Holder fremdrift i aktiviteterne, får indsatserne til at hænge sammen og foreslår ændringer til bestyrelsen.</p>",
        (2, 4),
        "Projektlederen",
        "Bestyrelsen",
    ),
    Organ(
        "faglig_foelgegruppe",
        "Den faglige følgegruppe",
        (
            Plads("Medlem af Bo i Lemvigs hovedbestyrelse", BO, "Erik Skytte"),
            Plads("Medlem af Bo i Lemvigs hovedbestyrelse", BO),
            Plads("Christinelystskolen", KOMMUNE, "Karla Nygaard"),
            Plads("Dagtilbud i området", KOMMUNE, "Maja Holm"),
            Plads("Frivilligcentret"),
            Plads("Integrationsforeningen", "", "Amina Yusuf"),
            Plads("Vicevært", BO, "Kurt Bak"),
            Plads("Boligsocial medarbejder", BO, "Mette Lund"),
        ),
        "<p>Dækker alle tre indsatsområder. Bringer viden ind nedefra, og kan foreslå ændringer i delaftalerne.</p>",
        (2, 4),
        "Projektlederen",
        "Bestyrelsen",
    ),
)
ANDELE = (
    Andel("Projektleder (eksempel)", 30, "5.1", person="Jonas Friis"),
    Andel("Boligsocial medarbejder (eksempel)", 40, "5.1", person="Mette Lund"),
    Andel("Projektleder (eksempel)", 40, "5.3", person="Jonas Friis"),
    Andel("Boligsocial medarbejder (eksempel)", 60, "5.3", person="Sofie Bech"),
    Andel("Mentor fra jobcentret (eksempel)", 10, "5.3"),
    Andel("Projektleder (eksempel)", 20, "5.4", person="Jonas Friis"),
    Andel("Boligsocial medarbejder (eksempel)", 50, "5.4", person="Mette Lund"),
    Andel("Familievejleder (eksempel)", 10, "5.4"),
)
PERSONER = {
    "Jonas Friis": "Projektleder",
    "Mette Lund": "Boligsocial medarbejder",
    "Sofie Bech": "Boligsocial medarbejder",
    "Anne Dahl": "Sekretær",
}
