"""Two people, one text: the optimistic lock that never lets one overwrite the other unseen."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F
from django.utils import timezone

from kerne.models import Redigerbar


class RettetImens(Exception):
    """Somebody saved after this text was opened; `nu` is the row as it stands now."""

    def __init__(self, nu: Redigerbar) -> None:
        self.nu = nu
        super().__init__(f"{nu.rettet_af or 'En anden'} har gemt, mens du skrev. Begge tekster er bevaret.")


def gem(ting: Redigerbar, *, udgave: int, af: AbstractBaseUser, **felter: Any) -> None:
    """Write `felter` if the row still is the edition that was read; raises RettetImens and writes nothing otherwise."""
    model = type(ting)
    nyt = {"udgave": F("udgave") + 1, "rettet_tidspunkt": timezone.now(), "rettet_af": af, **felter}
    if not model._default_manager.filter(pk=ting.pk, udgave=udgave).update(**nyt):
        raise RettetImens(model._default_manager.select_related("rettet_af").get(pk=ting.pk))
    ting.refresh_from_db()
