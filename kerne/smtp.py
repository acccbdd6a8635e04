"""Django's own way to a mail server, and one thing more: it says when a mail is about to leave our hands."""

import smtplib
from collections.abc import Callable
from typing import Any

from django.core.mail.backends.smtp import EmailBackend


class Mailserver(EmailBackend):
    """`foer_aflevering` is called when the server has said yes to sender and receiver, right before the content."""

    foer_aflevering: Callable[[], object] = staticmethod(lambda: None)

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        klasse: Any = super().connection_class
        bagmand = self

        class Meldende(klasse):
            def data(self, msg: Any) -> Any:
                bagmand.foer_aflevering()
                return super().data(msg)

        return Meldende
