from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('aftaler', '0003_kataloger'),
        ('moeder', '0001_begyndelse'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='henvisning',
            name='henvisning_har_et_emne',
        ),
        migrations.AddField(
            model_name='henvisning',
            name='penge',
            field=models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Forbrug i alt'), (2, 'Lokal medfinansiering'), (3, 'Uforbrugte midler'), (4, 'Overskridelser'), (5, 'Regnskaber')], null=True, verbose_name='penge'),
        ),
        migrations.AddField(
            model_name='henvisningevent',
            name='penge',
            field=models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Forbrug i alt'), (2, 'Lokal medfinansiering'), (3, 'Uforbrugte midler'), (4, 'Overskridelser'), (5, 'Regnskaber')], null=True, verbose_name='penge'),
        ),
        migrations.AddConstraint(
            model_name='henvisning',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('aendring__isnull', True), ('aktivitet__isnull', True), ('budgetpost__isnull', True), ('delaftale__isnull', False), ('kriterium__isnull', True), ('penge__isnull', True), ('version__isnull', True)), models.Q(('aendring__isnull', True), ('aktivitet__isnull', True), ('budgetpost__isnull', True), ('delaftale__isnull', True), ('kriterium__isnull', False), ('penge__isnull', True), ('version__isnull', True)), models.Q(('aendring__isnull', True), ('aktivitet__isnull', False), ('budgetpost__isnull', True), ('delaftale__isnull', True), ('kriterium__isnull', True), ('penge__isnull', True), ('version__isnull', True)), models.Q(('aendring__isnull', True), ('aktivitet__isnull', True), ('budgetpost__isnull', False), ('delaftale__isnull', True), ('kriterium__isnull', True), ('penge__isnull', True), ('version__isnull', True)), models.Q(('aendring__isnull', True), ('aktivitet__isnull', True), ('budgetpost__isnull', True), ('delaftale__isnull', True), ('kriterium__isnull', True), ('penge__isnull', True), ('version__isnull', False)), models.Q(('aendring__isnull', False), ('aktivitet__isnull', True), ('budgetpost__isnull', True), ('delaftale__isnull', True), ('kriterium__isnull', True), ('penge__isnull', True), ('version__isnull', True)), models.Q(('aendring__isnull', True), ('aktivitet__isnull', True), ('budgetpost__isnull', True), ('delaftale__isnull', True), ('kriterium__isnull', True), ('penge__isnull', False), ('version__isnull', True)), _connector='OR'), name='henvisning_har_et_emne', violation_error_message='Vælg, hvad punktet handler om.'),
        ),
    ]
