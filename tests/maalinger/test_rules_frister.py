"""When the next measurement is due: the first day repeated, and never a day that nobody has set."""

from datetime import date

import pytest

from aftaler.laesning import Enhed, Form, Laesning, Omraadetal, Pr, Punkt, Sammenligning
from maalinger.rules import Maalt
from maalinger.rules.frister import Ventet, ventet
from tests.maalinger.laesninger import FRAFLYTNING

FOERSTE = date(2020, 4, 15)
PR_OMRAADE = Laesning(
    Form.NIVEAU, True, enhed=Enhed.PROMILLE, omraader=(Omraadetal("Nord", None, 30), Omraadetal("Syd", None, 30))
)


def aar(*aarene, omraade=None):
    return tuple(Maalt(date(et, 1, 1), date(et, 12, 31), 20, omraade=omraade) for et in aarene)


@pytest.mark.regel("frist-gentages")
@pytest.mark.parametrize(
    ("maalt", "hyppighed", "svar"),
    [
        ((), Pr.AAR, Ventet(FOERSTE)),  # nothing measured: the first day
        ((), None, Ventet(FOERSTE)),
        ((2016,), Pr.AAR, Ventet(FOERSTE)),  # the baseline's own years are no measurement after it
        ((2019,), None, None),  # nobody said that it is measured again
        ((2019,), Pr.AAR, Ventet(date(2021, 4, 15))),
        ((2019, 2020), Pr.AAR, Ventet(date(2022, 4, 15))),
        ((2019, 2021), Pr.AAR, Ventet(date(2023, 4, 15))),  # a year that was jumped over isn't waited for
        ((2018,), Pr.AAR, Ventet(date(2021, 4, 15))),  # figures two years late come two years late each time
        ((2018, 2019, 2020), Pr.AAR, Ventet(date(2022, 4, 15))),  # the newest there was by the first day tells the lag
        ((2020,), Pr.AAR, Ventet(date(2022, 4, 15))),  # the first one came late
        ((2019, 2020, 2021, 2022), Pr.AAR, None),  # the goal's year is measured: nothing more is waited for
    ],
)
def test_den_foerste_frist_gentages(maalt, hyppighed, svar):
    assert ventet(FRAFLYTNING, aar(*maalt), foerste=FOERSTE, hyppighed=hyppighed) == svar


def test_uden_en_dag_som_nogen_har_sat_ventes_der_aldrig():
    assert ventet(FRAFLYTNING, (), foerste=None, hyppighed=Pr.AAR) is None


@pytest.mark.parametrize(
    ("pr", "maalt_til", "frist"),
    [
        (Pr.HALVAAR, date(2019, 12, 31), date(2020, 10, 15)),
        (Pr.KVARTAL, date(2020, 3, 31), date(2020, 7, 15)),
        (Pr.MAANED, date(2020, 3, 31), date(2020, 5, 15)),
        (Pr.UGE, date(2020, 4, 12), date(2020, 4, 22)),
    ],
)
def test_oftere_end_hvert_aar(pr, maalt_til, frist):
    laesning = Laesning(Form.ANTAL, True, None, Sammenligning.MINDST, Enhed.ANTAL, maal=Punkt(10), pr=pr)
    maalt = (Maalt(maalt_til, maalt_til, 12),)

    assert ventet(laesning, maalt, foerste=FOERSTE, hyppighed=pr, sidste_aar=2023) == Ventet(frist)


def test_den_31_bliver_maanedens_sidste_dag():
    laesning = Laesning(Form.ANTAL, True, None, Sammenligning.MINDST, Enhed.ANTAL, maal=Punkt(10), pr=Pr.MAANED)
    maalt = (Maalt(date(2020, 1, 1), date(2020, 1, 31), 12),)

    svar = ventet(laesning, maalt, foerste=date(2020, 1, 31), hyppighed=Pr.MAANED, sidste_aar=2023)

    assert svar == Ventet(date(2020, 2, 29))


def test_planens_sidste_hele_aar_er_det_sidste_der_ventes_paa():
    laesning = Laesning(Form.ANDEL, True, None, Sammenligning.MINDST, Enhed.PROCENT, maal=Punkt(75))

    assert ventet(laesning, aar(2022), foerste=FOERSTE, hyppighed=Pr.AAR, sidste_aar=2022) is None


def test_omraade_for_omraade_venter_man_paa_det_der_er_laengst_bagud():
    nord, syd = aar(2019, 2020, omraade="Nord"), aar(2019, omraade="syd ")

    assert ventet(PR_OMRAADE, nord, foerste=FOERSTE, hyppighed=Pr.AAR, sidste_aar=2022) == Ventet(FOERSTE)
    assert ventet(PR_OMRAADE, (*nord, *syd), foerste=FOERSTE, hyppighed=Pr.AAR, sidste_aar=2022) == Ventet(
        date(2021, 4, 15)
    )


@pytest.mark.parametrize(
    ("sendt", "er_paa_vej"), [((), False), ((date(2019, 12, 31),), False), ((date(2020, 12, 31),), True)]
)
def test_er_tallet_sendt_er_det_paa_vej(sendt, er_paa_vej):
    svar = ventet(FRAFLYTNING, aar(2019), foerste=FOERSTE, hyppighed=Pr.AAR, sendte=sendt)

    assert svar == Ventet(date(2021, 4, 15), er_paa_vej)


def test_ogsaa_det_foerste_tal_kan_vaere_paa_vej():
    assert ventet(FRAFLYTNING, (), foerste=FOERSTE, sendte=(date(2019, 12, 31),)) == Ventet(FOERSTE, sendt=True)
