"""The demo's logins: one invented person per role."""

from django.contrib.auth.hashers import make_password

from brugere.models import Bruger
from brugere.roles import Rolle

ADGANGSKODE = "demo-kun-lokalt"
PERSONER = {
    Rolle.PROJEKTLEDER: "Jonas Friis",
    Rolle.MEDARBEJDER: "Mette Lund",
    Rolle.SEKRETARIAT: "Anne Dahl",
    Rolle.FORMAND: "Inge Kirk",
    Rolle.BESTYRELSE: "Bent Aagaard",
    Rolle.FOELGEGRUPPE: "Karla Nygaard",
    Rolle.REVISOR: "Palle Storm",
    Rolle.LBF: "Vibeke Holt",
    Rolle.ADMIN: "Torben Skov",
}


def brugere() -> dict[Rolle | None, Bruger]:
    """One invented person per role, and one (None) who is member of nothing."""
    navne = {**PERSONER, None: "Frede Fremmed"}
    emails = {rolle: f"{rolle.value if rolle else 'fremmed'}@demo.invalid" for rolle in navne}
    kendte = {et.email: et for et in Bruger.objects.filter(email__in=emails.values())}
    ens = make_password(ADGANGSKODE) if len(kendte) < len(navne) else ""  # one hash for all: hashing is slow on purpose
    ud: dict[Rolle | None, Bruger] = {}
    for rolle, navn in navne.items():
        er_admin = rolle == Rolle.ADMIN
        ud[rolle] = kendte.get(emails[rolle]) or Bruger.objects.create(
            email=emails[rolle], navn=navn, password=ens, is_staff=er_admin, is_superuser=er_admin
        )
    return ud
