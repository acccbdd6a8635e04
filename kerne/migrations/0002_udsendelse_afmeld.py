from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kerne", "0001_begyndelse")]

    operations = [
        migrations.AddField(
            model_name="udsendelse",
            name="afmeld",
            field=models.URLField(blank=True, default="", max_length=300, verbose_name="adresse til afmelding"),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="udsendelse", name="tekst", field=models.TextField(blank=True, verbose_name="tekst")
        ),
    ]
