from django.apps import AppConfig


class KerneConfig(AppConfig):
    name = "kerne"
    verbose_name = "Kerne"
