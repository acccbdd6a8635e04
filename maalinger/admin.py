"""The catalogues of the lists and the register data, for the site's administrator. Nothing of a plan is shown here."""

from django.contrib import admin

from aftaler.admin import KatalogAdmin
from maalinger.models import Diskretionsgraense, Indikator, Landstal, Liste, Listekriterium


@admin.register(Indikator)
class IndikatorAdmin(KatalogAdmin):
    list_display = ("navn", "enhed", "kilde", "forsinkelse_aar", "i_brug")
    list_filter = ("i_brug",)
    search_fields = ("navn", "kode")


@admin.register(Diskretionsgraense)
class DiskretionsgraenseAdmin(admin.ModelAdmin):
    list_display = ("gaelder_fra", "mindste_antal")


class ListekriteriumInline(admin.TabularInline):
    model = Listekriterium
    extra = 0


@admin.register(Liste)
class ListeAdmin(admin.ModelAdmin):
    list_display = ("art", "fra_aar", "til_aar", "kraever", "mindst_beboere")
    list_filter = ("art",)
    inlines = (ListekriteriumInline,)


@admin.register(Landstal)
class LandstalAdmin(admin.ModelAdmin):
    list_display = ("indikator", "region", "aar", "vaerdi", "kilde")
    list_filter = ("indikator", "aar")
