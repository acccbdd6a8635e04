from django.apps import AppConfig


class MaalingerConfig(AppConfig):
    name = "maalinger"
    verbose_name = "Målinger"
