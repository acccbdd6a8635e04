"""The person who logs in. A person who sits in a body or signs is `aftaler.Person`, with or without a login."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone


class BrugerManager(BaseUserManager["Bruger"]):
    def create_user(self, email: str, password: str | None = None, **felter: Any) -> "Bruger":
        bruger = self.model(email=self.normalize_email(email).lower(), **felter)
        bruger.set_password(password)
        bruger.save()
        return bruger

    def create_superuser(self, email: str, password: str | None = None, **felter: Any) -> "Bruger":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **felter)

    def get_by_natural_key(self, username: str) -> "Bruger":
        return self.get(email__iexact=username)


class Bruger(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(
        "e-mail", max_length=254, unique=True, error_messages={"unique": "Der er allerede en bruger med den e-mail."}
    )
    navn = models.CharField("navn", max_length=120)
    is_active = models.BooleanField("aktiv", default=True)
    is_staff = models.BooleanField("administrator", default=False, help_text="Kan åbne opsætningen.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = BrugerManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ("navn",)

    class Meta:
        verbose_name = "bruger"
        verbose_name_plural = "brugere"
        ordering = ("navn", "pk")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="bruger_email_er_unik",
                violation_error_message="Der er allerede en bruger med den e-mail.",
            )
        ]

    def __str__(self) -> str:
        return self.navn or self.email


class Loginforsoeg(models.Model):
    """A wrong guess at a password. It counts for a quarter of an hour and is then deleted (brugere.rules)."""

    email = models.CharField("e-mail", max_length=254, db_index=True)
    adresse = models.CharField("netværksadresse", max_length=45, blank=True, db_index=True)
    tidspunkt = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "forkert login"
        verbose_name_plural = "forkerte login"
        ordering = ("-tidspunkt", "-pk")

    def __str__(self) -> str:
        return f"{self.email} {self.tidspunkt:%Y-%m-%d %H:%M}"
