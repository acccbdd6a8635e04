"""Where each of Lemvig's criteria stands a month after the plan ended, and why; and nothing without permission."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from maalinger.reports import kriterier, linjer
from maalinger.statuses import Status

DAGEN = date(2023, 6, 1)
STATUS = {
    "Tryghed i området": Status.IKKE_MAALBART,  # it must rise, and nobody said how much
    "Ressourcer blandt beboerne": Status.IKKE_MAALBART,  # the same
    "Fraflytning": Status.IKKE_OPFYLDT,  # 21.3 % in 2022; at most 20 was the goal, and 2022 is over
    "Bliver boende efter genhusning": Status.OPFYLDT,  # 104 of 132 is 78.8 %; no year given, and the plan has ended
    "Fællesspisninger": Status.IKKE_OPFYLDT,  # at least 10 every year, and 2019 and 2020 had 6 and 4
    "Passive kontanthjælpsmodtagere": Status.OPFYLDT,  # 24.6 % in 2022; at most 25
    "Unge på offentlig forsørgelse": Status.BAGUD,  # 33.9 % on average for two of three years; half the way
    "Unge med kun grundskole": Status.OPFYLDT,  # 27.6 % on average for all three years; at most 28
    "Forældres redskaber": Status.IKKE_MAALBART,  # experienced, with nothing to count
    "Børn og unge i foreningslivet": Status.IKKE_MAALBART,  # a rise without a size, and no baseline
    "Karakterer i dansk og matematik": Status.BAGUD,  # 5.85 on average for two of three years; 2022 isn't measured
    "Unge med fritidsjob": Status.OPFYLDT,  # 16 in 2022; at least 15
}


@pytest.mark.django_db
def test_hvert_kriterium_i_lemvig_har_den_status_tallene_giver():
    with override_settings(TILLAD_DEMO=True):
        call_command("demo", stdout=StringIO())
    lemvig = Helhedsplan.objects.get(slug="lemvig")
    alle = linjer.linjer(lemvig, kriterier.ikraft(lemvig, dato=DAGEN).kriterier, dato=DAGEN)
    assert {et.kriterium.navn: et.opfyldelse.status for et in alle} == STATUS


@pytest.mark.django_db
def test_uden_tilladelse_oprettes_intet():
    with override_settings(TILLAD_DEMO=False), pytest.raises(CommandError, match="TILLAD_DEMO=1") as fejl:
        call_command("demo")
    assert fejl.value.returncode == 2
    assert (Bruger.objects.count(), Helhedsplan.objects.count()) == (0, 0)
