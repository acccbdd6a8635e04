from importlib import import_module

from django.apps import AppConfig


class DokumenterConfig(AppConfig):
    name = "dokumenter"
    verbose_name = "Dokumenter"

    def ready(self) -> None:
        import_module("dokumenter.checks")
