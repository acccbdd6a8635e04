from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("maalinger", "0003_gamle_maalinger_er_sendt")]

    operations = [
        migrations.AlterField(
            model_name="indikator",
            name="forsinkelse_aar",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Så mange år er tallene bagud. Tomt, når det ikke vides.",
                null=True,
                verbose_name="år bagud",
            ),
        ),
    ]
