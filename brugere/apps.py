from django.apps import AppConfig


class BrugereConfig(AppConfig):
    name = "brugere"
    verbose_name = "Brugere"
