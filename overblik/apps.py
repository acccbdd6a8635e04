from django.apps import AppConfig


class OverblikConfig(AppConfig):
    name = "overblik"
    verbose_name = "Overblik"

    def ready(self) -> None:
        """Agendas get their figures from here: `moeder` knows no measurements (ADR 0016)."""
        from moeder.reports import figurer  # noqa: PLC0415 - models exist only now
        from overblik.reports import moedetal  # noqa: PLC0415

        figurer.FIGURER.update(moedetal.FIGURER)
