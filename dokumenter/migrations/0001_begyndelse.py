import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('aftaler', '0001_begyndelse'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Abonnement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bruger', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='abonnementer', to=settings.AUTH_USER_MODEL)),
                ('helhedsplan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='abonnementer', to='aftaler.helhedsplan')),
                ('slags', models.CharField(choices=[('budgetoversigt', 'Månedens budgetoversigt')], max_length=20, verbose_name='slags')),
            ],
            options={
                'verbose_name': 'abonnement',
                'verbose_name_plural': 'abonnementer',
                'ordering': ('helhedsplan', 'slags', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('bruger', 'helhedsplan', 'slags'), name='abonnement_kun_et_af_hver')],
            },
        ),
        migrations.CreateModel(
            name='Bestilling',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('helhedsplan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bestillinger', to='aftaler.helhedsplan')),
                ('papir', models.CharField(choices=[('strategisk-aftale', 'Strategisk samarbejdsaftale'), ('delaftale', 'Delaftale'), ('aktivitetsskemaer', 'Aktivitetsskemaer'), ('milepaelsplan', 'Milepælsplan'), ('organisationsdiagram', 'Organisationsdiagram'), ('kommissorium', 'Kommissorium'), ('beredskabsplan', 'Beredskabsplan'), ('boligsociale-data', 'Boligsociale Data'), ('statusrapport', 'Statusrapport'), ('budget', 'Budget'), ('budgetoversigt', 'Budgetoversigt'), ('dagsorden', 'Dagsorden'), ('referat', 'Referat'), ('bestyrelsespakke', 'Bestyrelsespakke'), ('revisionsbilag', 'Revisionsbilag'), ('eftersyn', 'Ét-års-eftersyn'), ('hele-sagen', 'Hele sagen'), ('aendringsoversigt', 'Ændringsoversigt')], max_length=30, verbose_name='papir')),
                ('valg', models.JSONField(default=dict, verbose_name='valg')),
                ('grundlag', models.JSONField(default=dict, verbose_name='grundlag')),
                ('noegle', models.CharField(max_length=64, verbose_name='nøgle')),
                ('titel', models.CharField(max_length=120, verbose_name='papirets navn')),
                ('udgave', models.CharField(max_length=300, verbose_name='udgave')),
                ('format', models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word'), ('xlsx', 'Excel'), ('zip', 'Zip'), ('json', 'Data (JSON)')], max_length=8, verbose_name='format')),
                ('tilstand', models.CharField(choices=[('bestilt', 'Bestilt'), ('i_gang', 'I gang'), ('klar', 'Klar'), ('fejlet', 'Kunne ikke laves')], default='bestilt', max_length=10, verbose_name='tilstand')),
                ('forsoeg', models.PositiveSmallIntegerField(default=1, verbose_name='forsøg')),
                ('hjerteslag', models.DateTimeField(verbose_name='livstegn')),
                ('trin', models.CharField(choices=[('bestilt', 'Bestilt'), ('hentet', 'Indholdet er hentet, og kontrolsummen passer'), ('saettes', 'Siderne sættes'), ('gemmes', 'Filen gemmes'), ('klar', 'Klar til at hente')], default='bestilt', max_length=10, verbose_name='trin')),
                ('trin_tekst', models.CharField(blank=True, max_length=120, verbose_name='lige nu')),
                ('trin_tider', models.JSONField(default=dict, verbose_name='trinenes tider')),
                ('procent', models.PositiveSmallIntegerField(default=0, verbose_name='procent')),
                ('sider', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='sider')),
                ('fil', models.FileField(blank=True, max_length=200, upload_to='', verbose_name='fil')),
                ('kontrolsum', models.CharField(blank=True, max_length=64, verbose_name='filens kontrolsum')),
                ('fejl', models.CharField(blank=True, max_length=300, verbose_name='fejl')),
                ('bestilt_af', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bestillinger', to=settings.AUTH_USER_MODEL)),
                ('maaned', models.DateField(blank=True, null=True, verbose_name='månedens egen')),
                ('bestilt_tidspunkt', models.DateTimeField(verbose_name='bestilt')),
                ('faerdig_tidspunkt', models.DateTimeField(blank=True, null=True, verbose_name='færdig')),
            ],
            options={
                'verbose_name': 'bestilling',
                'verbose_name_plural': 'bestillinger',
                'ordering': ('-bestilt_tidspunkt', 'pk'),
                'indexes': [models.Index(fields=['helhedsplan', '-bestilt_tidspunkt'], name='bestilling_nyeste'), models.Index(condition=models.Q(('tilstand__in', ['bestilt', 'i_gang'])), fields=['hjerteslag'], name='bestilling_i_koe')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('tilstand', 'fejlet'), _negated=True), fields=('helhedsplan', 'noegle', 'bestilt_af'), name='bestilling_kun_en_af_hver'), models.UniqueConstraint(fields=('helhedsplan', 'papir', 'maaned'), name='bestilling_en_om_maaneden'), models.CheckConstraint(condition=models.Q(models.Q(('bestilt_af__isnull', True), ('maaned__isnull', False)), models.Q(('bestilt_af__isnull', False), ('maaned__isnull', True)), _connector='OR'), name='bestilling_af_nogen_eller_af_maaneden', violation_error_message='Et papir er bestilt af en person eller af måneden.'), models.CheckConstraint(condition=models.Q(models.Q(('tilstand', 'klar'), _negated=True), models.Q(models.Q(('fil', ''), _negated=True), models.Q(('kontrolsum', ''), _negated=True), ('faerdig_tidspunkt__isnull', False)), _connector='OR'), name='bestilling_klar_har_fil', violation_error_message='Et færdigt papir har en fil og en kontrolsum.'), models.CheckConstraint(condition=models.Q(models.Q(('tilstand', 'fejlet'), _negated=True), models.Q(('fejl', ''), _negated=True), _connector='OR'), name='bestilling_fejlet_har_grund', violation_error_message='En fejlet bestilling siger hvorfor.')],
            },
        ),
        migrations.CreateModel(
            name='Udlevering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('bestilling', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='udleveringer', to='dokumenter.bestilling')),
                ('noegle_sum', models.CharField(editable=False, max_length=64, unique=True, verbose_name='nøglens kontrolsum')),
                ('udloeber', models.DateTimeField(verbose_name='udløber')),
                ('oprettet_af', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('oprettet_tidspunkt', models.DateTimeField(verbose_name='oprettet')),
                ('tilbagekaldt_tidspunkt', models.DateTimeField(blank=True, null=True, verbose_name='tilbagekaldt')),
            ],
            options={
                'verbose_name': 'udlevering',
                'verbose_name_plural': 'udleveringer',
                'ordering': ('-oprettet_tidspunkt', 'pk'),
            },
        ),
    ]
