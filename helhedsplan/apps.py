from django.apps import AppConfig
from django.contrib.admin import apps as admin


class HelhedsplanConfig(AppConfig):
    name = "helhedsplan"
    verbose_name = "Helhedsplan"


class OpsaetningConfig(admin.AdminConfig):
    """Django's admin with our own site in it."""

    default = False
    default_site = "helhedsplan.opsaetning.Opsaetning"
