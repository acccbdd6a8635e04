from django.apps import AppConfig


class OverblikConfig(AppConfig):
    name = "overblik"
    verbose_name = "Overblik"

    def ready(self) -> None:
        """Agendas get figures, and an eftersyn its items: `moeder` knows no measurements (ADR 0016, 0024)."""
        from moeder.reports import figurer  # noqa: PLC0415 - models exist only now
        from moeder.services import standardpunkter  # noqa: PLC0415
        from moeder.statuses import Moedeart  # noqa: PLC0415
        from overblik.reports import moedetal  # noqa: PLC0415
        from overblik.services.eftersyn import REGEL, saet_paa_dagsordenen  # noqa: PLC0415

        figurer.FIGURER.update(moedetal.FIGURER)
        standardpunkter.EGNE_DAGSORDENER[Moedeart.EFTERSYN] = standardpunkter.EgenDagsorden(REGEL, saet_paa_dagsordenen)
