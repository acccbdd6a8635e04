import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='Arbejder',
            fields=[
                ('navn', models.CharField(max_length=200, primary_key=True, serialize=False)),
                ('set_tidspunkt', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'arbejder',
                'verbose_name_plural': 'arbejdere',
            },
        ),
        migrations.CreateModel(
            name='Haendelse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tidspunkt', models.DateTimeField(auto_now_add=True, db_index=True)),
                ('af', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='haendelser', to=settings.AUTH_USER_MODEL)),
                ('hvad', models.CharField(max_length=300)),
                ('kreds', models.CharField(blank=True, db_index=True, max_length=80)),
                ('ting_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype')),
                ('ting_id', models.CharField(max_length=40)),
                ('ting_navn', models.CharField(max_length=300)),
            ],
            options={
                'verbose_name': 'hændelse',
                'verbose_name_plural': 'hændelser',
                'ordering': ('-tidspunkt', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Udsendelse',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('noegle', models.CharField(max_length=200, unique=True, verbose_name='nøgle')),
                ('kreds', models.CharField(blank=True, max_length=80)),
                ('til', models.EmailField(max_length=254, verbose_name='til')),
                ('emne', models.CharField(max_length=200, verbose_name='emne')),
                ('tekst', models.TextField(verbose_name='tekst')),
                ('kalender', models.TextField(blank=True, verbose_name='kalenderfil')),
                ('ikke_foer', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sendes tidligst')),
                ('tilstand', models.CharField(choices=[('venter', 'Venter'), ('i_gang', 'Bliver sendt'), ('sendt', 'Sendt'), ('opgivet', 'Kunne ikke sendes')], default='venter', max_length=10, verbose_name='tilstand')),
                ('forsoeg', models.PositiveSmallIntegerField(default=1, verbose_name='forsøg')),
                ('hjerteslag', models.DateTimeField(default=django.utils.timezone.now, verbose_name='livstegn')),
                ('fejl', models.CharField(blank=True, max_length=300, verbose_name='fejl')),
                ('oprettet_tidspunkt', models.DateTimeField(default=django.utils.timezone.now, verbose_name='oprettet')),
                ('sendt_tidspunkt', models.DateTimeField(blank=True, null=True, verbose_name='sendt')),
            ],
            options={
                'verbose_name': 'udsendelse',
                'verbose_name_plural': 'udsendelser',
                'ordering': ('-oprettet_tidspunkt', 'pk'),
                'indexes': [models.Index(condition=models.Q(('tilstand__in', ['venter', 'i_gang'])), fields=['ikke_foer'], name='udsendelse_i_koe')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('tilstand', 'sendt'), _negated=True), ('sendt_tidspunkt__isnull', False), _connector='OR'), name='udsendelse_sendt_har_tidspunkt')],
            },
        ),
    ]
