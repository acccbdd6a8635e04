"""Who takes part: each plan has people of its own, and one at Landsbyggefonden follows them all."""

from functools import cache

from django.contrib.auth.hashers import make_password

from aftaler.models import Medlemskab
from brugere.models import Bruger
from brugere.roles import Rolle
from helhedsplan.demo import former
from helhedsplan.demo.byg.folk import ADGANGSKODE
from helhedsplan.storskala.byg.byggeri import Byggeri

EGNE = tuple(rolle for rolle in Rolle if rolle != Rolle.LBF)


@cache
def kode() -> str:
    """One hash for all: hashing is slow on purpose."""
    return make_password(ADGANGSKODE)


def landsbyggefonden() -> Bruger:
    """The one who is a member of every plan."""
    return Bruger.objects.get_or_create(
        email="lbf@storskala.invalid", defaults={"navn": "Vibeke Fond", "password": kode()}
    )[0]


def medlemmer(byggeri: Byggeri) -> None:
    nye = Bruger.objects.bulk_create(
        Bruger(email=f"{rolle.value}@{byggeri.spec.slug}.invalid", navn=_navn(byggeri.spec, rolle), password=kode())
        for rolle in EGNE
    )
    byggeri.folk = dict(zip(EGNE, nye, strict=True)) | {Rolle.LBF: byggeri.lbf}
    Medlemskab.objects.bulk_create(
        Medlemskab(bruger=bruger, helhedsplan=byggeri.plan, rolle=rolle, fra_dato=byggeri.spec.start)
        for rolle, bruger in byggeri.folk.items()
    )


def _navn(spec: former.Plan, rolle: Rolle) -> str:
    """The chair and the board's member are those who sit there; the others are called by their role."""
    pladser = spec.organer[0].pladser
    siddende = {Rolle.FORMAND: pladser[0].person, Rolle.BESTYRELSE: pladser[1].person}
    return siddende.get(rolle, f"{rolle.label.capitalize()} i {spec.omraade}")
