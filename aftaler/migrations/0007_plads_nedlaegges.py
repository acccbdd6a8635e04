"""A seat that somebody once had is given up, not deleted: who sat there stays to be read."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aftaler", "0006_budget_rettes_af_flere"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="plads",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plads",
            name="update_update",
        ),
        migrations.AddField(
            model_name="plads",
            name="nedlagt_dato",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="nedlagt den"),
        ),
        migrations.AddField(
            model_name="pladsevent",
            name="nedlagt_dato",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="nedlagt den"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plads",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "aftaler_pladsevent" ("betegnelse", "id", "nedlagt_dato", "organ_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raekkefoelge") VALUES (NEW."betegnelse", NEW."id", NEW."nedlagt_dato", NEW."organ_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."raekkefoelge"); RETURN NULL;',
                    hash="6d63e837a30dc302b732098ea70de163a2061576",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f3f02",
                    table="aftaler_plads",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plads",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "aftaler_pladsevent" ("betegnelse", "id", "nedlagt_dato", "organ_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raekkefoelge") VALUES (NEW."betegnelse", NEW."id", NEW."nedlagt_dato", NEW."organ_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."raekkefoelge"); RETURN NULL;',
                    hash="171d058a1288de802256b147fc3ef12dcb015275",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8d838",
                    table="aftaler_plads",
                    when="AFTER",
                ),
            ),
        ),
    ]
