"""An index of the words in frozen documents, for the search."""

import django.contrib.postgres.indexes
from django.db import migrations

import aftaler.models.version


class Migration(migrations.Migration):
    dependencies = [("aftaler", "0003_kataloger")]

    operations = [
        migrations.AddIndex(
            model_name="version",
            index=django.contrib.postgres.indexes.GinIndex(
                aftaler.models.version.Indholdsvektor("indhold"), name="version_ordene"
            ),
        ),
    ]
