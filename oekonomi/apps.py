from django.apps import AppConfig


class OekonomiConfig(AppConfig):
    name = "oekonomi"
    verbose_name = "Økonomi"
