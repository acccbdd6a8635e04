"""Indexes of the words on agenda items, for the search."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("moeder", "0002_henvisning_til_penge")]

    operations = [
        migrations.AddIndex(
            model_name="behandling",
            index=GinIndex(
                SearchVector(
                    "titel",
                    "sagsfremstilling",
                    "oekonomi",
                    "lovgrundlag",
                    "hoering",
                    "indstilling",
                    "afgoeres_af",
                    config="danish",
                ),
                name="punkt_sagens_ord",
            ),
        ),
        migrations.AddIndex(
            model_name="behandling",
            index=GinIndex(SearchVector("referat", config="danish"), name="punkt_referatets_ord"),
        ),
    ]
