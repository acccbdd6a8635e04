"""Figures from before there were approvals wait for one: nobody has approved them, and nothing of them is lost."""

from django.db import migrations
from django.db.models import F


def send(apps, schema_editor):
    apps.get_model("maalinger", "Maaling").objects.update(
        tilstand="sendt", sendt_af=F("registreret_af"), sendt_tidspunkt=F("registreret_tidspunkt")
    )


def tilbage(apps, schema_editor):
    """Before approvals every figure counted; nothing to undo."""


class Migration(migrations.Migration):
    dependencies = [("maalinger", "0002_godkendelse_fremmoede_registerdata_lister")]
    operations = [migrations.RunPython(send, tilbage)]
