"""What the models ask PostgreSQL to hold is in the database after `migrate` (ADR 0020)."""

import pytest
from django.core.management import call_command
from django.db import connection
from pgtrigger import installation, registry


@pytest.mark.django_db
def test_hver_trigger_er_lagt_ind_og_slaaet_til():
    tilstande = {str(trigger.get_installation_status(model)) for model, trigger in registry.registered()}

    assert tilstande == {"('INSTALLED', True)"}
    assert installation.prunable() == []


@pytest.mark.django_db
def test_migrate_laegger_en_trigger_ind_der_er_vaek():
    with connection.cursor() as markoer:
        markoer.execute("DROP TRIGGER {} ON aftaler_version".format(_trigger("aftaler_version")))
        call_command("migrate", verbosity=0)
        markoer.execute("SELECT count(*) FROM pg_trigger WHERE tgname = %s", [_trigger("aftaler_version")])
        assert markoer.fetchone() == (1,)


def _trigger(tabel: str) -> str:
    (navn,) = (t.get_pgid(m) for m, t in registry.registered() if m._meta.db_table == tabel)
    return navn
