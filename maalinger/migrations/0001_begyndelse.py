import django.db.models.deletion
import maalinger.models.maaling
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('aftaler', '0003_kataloger'),
        ('brugere', '__first__'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Maaling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('udgave', models.PositiveIntegerField(default=1, editable=False)),
                ('rettet_tidspunkt', models.DateTimeField(editable=False, null=True)),
                ('fra_dato', models.DateField(verbose_name='fra')),
                ('til_dato', models.DateField(verbose_name='til og med')),
                ('vaerdi', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='tal')),
                ('taeller', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='antal')),
                ('naevner', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='ud af')),
                ('reference_navn', models.CharField(blank=True, max_length=120, verbose_name='sammenlignet med')),
                ('reference_vaerdi', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='deres tal')),
                ('kilde', models.CharField(max_length=300, verbose_name='kilde')),
                ('udtraek_dato', models.DateField(blank=True, null=True, verbose_name='udtrækket den')),
                ('bilag', models.FileField(blank=True, max_length=120, upload_to=maalinger.models.maaling.tilfaeldigt_navn, verbose_name='bilag')),
                ('bilag_navn', models.CharField(blank=True, editable=False, max_length=160, verbose_name='bilagets navn')),
                ('bemaerkning', models.TextField(blank=True, max_length=1000, verbose_name='bemærkning')),
                ('registreret_tidspunkt', models.DateTimeField(auto_now_add=True)),
                ('eksempel', models.BooleanField(default=False, editable=False, verbose_name='opdigtet eksempel')),
                ('kriterium', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='maalinger', to='aftaler.succeskriterium')),
                ('omraade', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='maalinger', to='aftaler.boligomraade', verbose_name='boligområde')),
                ('registreret_af', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='maalinger', to=settings.AUTH_USER_MODEL)),
                ('rettet_af', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'måling',
                'verbose_name_plural': 'målinger',
                'ordering': ('kriterium', 'til_dato', 'fra_dato', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('fra_dato__isnull', True), ('til_dato__isnull', True), ('til_dato__gte', models.F('fra_dato')), _connector='OR'), name='maaling_fra_foer_til', violation_error_message='Perioden kan ikke slutte, før den begynder.'), models.CheckConstraint(condition=models.Q(('vaerdi__isnull', False), models.Q(('naevner__isnull', False), ('taeller__isnull', False)), _connector='OR'), name='maaling_har_et_tal', violation_error_message='Skriv et tal, eller skriv både antal og ud af hvor mange.'), models.CheckConstraint(condition=models.Q(models.Q(('naevner__isnull', True), ('taeller__isnull', True)), models.Q(('naevner__gt', 0), ('naevner__isnull', False), ('taeller__isnull', False)), _connector='OR'), name='maaling_broek_er_hel', violation_error_message='Skriv både antal og ud af hvor mange. Det sidste skal være mere end nul.'), models.CheckConstraint(condition=models.Q(('taeller__isnull', True), ('taeller__lte', models.F('naevner')), _connector='OR'), name='maaling_taeller_hoejst_naevner', violation_error_message='Antallet kan ikke være større end det, det er en del af.'), models.CheckConstraint(condition=models.Q(('taeller__isnull', True), ('taeller__gte', 0), _connector='OR'), name='maaling_taeller_ikke_negativ', violation_error_message='Antallet kan ikke være negativt.'), models.UniqueConstraint(fields=('kriterium', 'omraade', 'fra_dato', 'til_dato'), name='maaling_en_pr_periode', nulls_distinct=False, violation_error_message='Der er allerede en måling for den periode. Ret den i stedet.'), models.CheckConstraint(condition=models.Q(('reference_vaerdi__isnull', True), models.Q(('reference_navn', ''), _negated=True), _connector='OR'), name='maaling_reference_har_navn', violation_error_message='Skriv, hvem tallet er sammenlignet med.')],
            },
        ),
        migrations.CreateModel(
            name='MaalingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('udgave', models.PositiveIntegerField(default=1, editable=False)),
                ('rettet_tidspunkt', models.DateTimeField(editable=False, null=True)),
                ('fra_dato', models.DateField(verbose_name='fra')),
                ('til_dato', models.DateField(verbose_name='til og med')),
                ('vaerdi', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='tal')),
                ('taeller', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='antal')),
                ('naevner', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='ud af')),
                ('reference_navn', models.CharField(blank=True, max_length=120, verbose_name='sammenlignet med')),
                ('reference_vaerdi', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='deres tal')),
                ('kilde', models.CharField(max_length=300, verbose_name='kilde')),
                ('udtraek_dato', models.DateField(blank=True, null=True, verbose_name='udtrækket den')),
                ('bilag', models.FileField(blank=True, max_length=120, upload_to=maalinger.models.maaling.tilfaeldigt_navn, verbose_name='bilag')),
                ('bilag_navn', models.CharField(blank=True, editable=False, max_length=160, verbose_name='bilagets navn')),
                ('bemaerkning', models.TextField(blank=True, max_length=1000, verbose_name='bemærkning')),
                ('registreret_tidspunkt', models.DateTimeField(auto_now_add=True)),
                ('eksempel', models.BooleanField(default=False, editable=False, verbose_name='opdigtet eksempel')),
                ('kriterium', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='aftaler.succeskriterium')),
                ('omraade', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='aftaler.boligomraade', verbose_name='boligområde')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='maalinger.maaling')),
                ('registreret_af', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('rettet_af', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='maaling',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "maalinger_maalingevent" ("bemaerkning", "bilag", "bilag_navn", "eksempel", "fra_dato", "id", "kilde", "kriterium_id", "naevner", "omraade_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference_navn", "reference_vaerdi", "registreret_af_id", "registreret_tidspunkt", "rettet_af_id", "rettet_tidspunkt", "taeller", "til_dato", "udgave", "udtraek_dato", "vaerdi") VALUES (NEW."bemaerkning", NEW."bilag", NEW."bilag_navn", NEW."eksempel", NEW."fra_dato", NEW."id", NEW."kilde", NEW."kriterium_id", NEW."naevner", NEW."omraade_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference_navn", NEW."reference_vaerdi", NEW."registreret_af_id", NEW."registreret_tidspunkt", NEW."rettet_af_id", NEW."rettet_tidspunkt", NEW."taeller", NEW."til_dato", NEW."udgave", NEW."udtraek_dato", NEW."vaerdi"); RETURN NULL;', hash='7fc4e55a381d6978b735e5ae7f09fd9fc832528b', operation='INSERT', pgid='pgtrigger_insert_insert_bff23', table='maalinger_maaling', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='maaling',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "maalinger_maalingevent" ("bemaerkning", "bilag", "bilag_navn", "eksempel", "fra_dato", "id", "kilde", "kriterium_id", "naevner", "omraade_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference_navn", "reference_vaerdi", "registreret_af_id", "registreret_tidspunkt", "rettet_af_id", "rettet_tidspunkt", "taeller", "til_dato", "udgave", "udtraek_dato", "vaerdi") VALUES (NEW."bemaerkning", NEW."bilag", NEW."bilag_navn", NEW."eksempel", NEW."fra_dato", NEW."id", NEW."kilde", NEW."kriterium_id", NEW."naevner", NEW."omraade_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference_navn", NEW."reference_vaerdi", NEW."registreret_af_id", NEW."registreret_tidspunkt", NEW."rettet_af_id", NEW."rettet_tidspunkt", NEW."taeller", NEW."til_dato", NEW."udgave", NEW."udtraek_dato", NEW."vaerdi"); RETURN NULL;', hash='9e1845833d11100af8a91d0b380806b927dbc8dc', operation='UPDATE', pgid='pgtrigger_update_update_745e7', table='maalinger_maaling', when='AFTER')),
        ),
    ]
