"""Templates and periods, for the site's administrator. No plan, and nothing that belongs to one, is shown here."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.http import HttpRequest

from aftaler.models import Bevillingsperiode, Omraadetype, Skabelon, Skabelonafsnit, Skabelonbilag
from aftaler.models.skabelon import Papir


def er_i_brug(ting: models.Model) -> bool:
    """Something that must not disappear stands on the row."""
    samler = NestedObjects(using=DEFAULT_DB_ALIAS)
    samler.collect([ting])
    return bool(samler.protected)


class BrugtFormSet(forms.BaseInlineFormSet):
    """A row that an agreement uses stays: the sentence names the row, never the plan."""

    def clean(self) -> None:
        for form in self.initial_forms:
            if self._should_delete_form(form) and er_i_brug(form.instance):
                raise ValidationError(f"»{form.instance}« bruges af en aftale og kan ikke slettes.")
        super().clean()


class SkabelonafsnitInline(admin.StackedInline):
    model = Skabelonafsnit
    formset = BrugtFormSet
    extra = 0


class SkabelonbilagInline(admin.TabularInline):
    model = Skabelonbilag
    formset = BrugtFormSet
    extra = 0


class OmraadetypeInline(admin.TabularInline):
    model = Omraadetype
    formset = BrugtFormSet
    extra = 0


class KatalogAdmin(admin.ModelAdmin):
    """What cannot be deleted is said in one sentence: Django's own list would name plans."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple:
        slettes, antal, mangler_ret, beskyttet = super().get_deleted_objects(objs, request)
        if beskyttet:
            beskyttet = [
                "Rækker eller planer, der bygger på den. Rækker kan slettes først; det, en plan bruger, bliver."
            ]
        return slettes, antal, mangler_ret, beskyttet


@admin.register(Skabelon)
class SkabelonAdmin(KatalogAdmin):
    list_display = ("generation", "papir", "titel")
    list_display_links = ("titel",)
    list_filter = ("generation", "papir")
    inlines = (SkabelonafsnitInline, SkabelonbilagInline)


@admin.register(Bevillingsperiode)
class BevillingsperiodeAdmin(KatalogAdmin):
    list_display = ("navn", "fra_aar", "til_aar", "standardskabelon", "mindste_medfinansiering")
    inlines = (OmraadetypeInline,)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A period proposes a strategic template; the delaftale's follows from the generation."""
        if db_field.name == "standardskabelon":
            kwargs["queryset"] = Skabelon.objects.filter(papir=Papir.STRATEGISK)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
