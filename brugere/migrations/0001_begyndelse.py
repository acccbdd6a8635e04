import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bruger',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(error_messages={'unique': 'Der er allerede en bruger med den e-mail.'}, max_length=254, unique=True, verbose_name='e-mail')),
                ('navn', models.CharField(max_length=120, verbose_name='navn')),
                ('is_active', models.BooleanField(default=True, verbose_name='aktiv')),
                ('is_staff', models.BooleanField(default=False, help_text='Kan åbne opsætningen.', verbose_name='administrator')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'bruger',
                'verbose_name_plural': 'brugere',
                'ordering': ('navn', 'pk'),
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='bruger_email_er_unik', violation_error_message='Der er allerede en bruger med den e-mail.')],
            },
        ),
        migrations.CreateModel(
            name='Loginforsoeg',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.CharField(db_index=True, max_length=254, verbose_name='e-mail')),
                ('adresse', models.CharField(blank=True, db_index=True, max_length=45, verbose_name='netværksadresse')),
                ('tidspunkt', models.DateTimeField(auto_now_add=True, db_index=True)),
            ],
            options={
                'verbose_name': 'forkert login',
                'verbose_name_plural': 'forkerte login',
                'ordering': ('-tidspunkt', '-pk'),
            },
        ),
    ]
