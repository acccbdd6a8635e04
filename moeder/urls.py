"""Pages in a plan, and the two that are opened with a key instead of a login."""

from django.urls import include, path

from moeder.views import (
    afslutning,
    beslutninger,
    dagsorden,
    fremmoede,
    idelisten,
    indkaldelser,
    moeder,
    opgaver,
    punktdele,
    referat,
    sager,
    skriftlig,
    standardpunkter,
    svar,
)

app_name = "moeder"
paa_punktet = [
    path("", dagsorden.punkt_detalje, name="punkt_detalje"),
    path("ret/", dagsorden.punkt_ret, name="punkt_ret"),
    path("flyt/", dagsorden.punkt_flyt, name="punkt_flyt"),
    path("fjern/", dagsorden.punkt_fjern, name="punkt_fjern"),
    path("bilag/", punktdele.punktbilag_opret, name="punktbilag_opret"),
    path("bilag/<int:punktbilag>/ret/", punktdele.punktbilag_ret, name="punktbilag_ret"),
    path("bilag/<int:punktbilag>/fjern/", punktdele.punktbilag_fjern, name="punktbilag_fjern"),
    path("emner/", punktdele.henvisning_opret, name="henvisning_opret"),
    path("emner/<int:henvisning>/fjern/", punktdele.henvisning_fjern, name="henvisning_fjern"),
]
i_referatet = [
    path("", referat.referat, name="referat"),
    path("<int:pk>/", referat.referat_punkt, name="referat_punkt"),
    path("<int:pk>/skriver/", referat.referat_skriver, name="referat_skriver"),
    path("<int:pk>/fremmoede/", fremmoede.punkt_fravaer, name="punkt_fravaer"),
    path("<int:pk>/beslutning/", beslutninger.beslutning_opret, name="beslutning_opret"),
    path("<int:pk>/opgave/", opgaver.opgave_opret, name="opgave_opret"),
    path("send/", afslutning.referat_send, name="referat_send"),
    path("kladde/", afslutning.referat_kladde, name="referat_kladde"),
    path("kommentar/", afslutning.referat_kommenter, name="referat_kommenter"),
    path("kommentar/<int:pk>/", afslutning.kommentar_svar, name="kommentar_svar"),
    path("godkend/", afslutning.referat_godkend, name="referat_godkend"),
    path("skriftlig/", skriftlig.referat_skriftlig, name="referat_skriftlig"),
    path("skriftlig/godkend/", skriftlig.referat_godkend_skriftligt, name="referat_godkend_skriftligt"),
    path("tilfoej/", afslutning.referat_tilfoej, name="referat_tilfoej"),
]
paa_moedet = [
    path("", dagsorden.moede_detalje, name="moede_detalje"),
    path("ret/", moeder.moede_ret, name="moede_ret"),
    path("slet/", moeder.moede_slet, name="moede_slet"),
    path("aflys/", moeder.moede_aflys, name="moede_aflys"),
    path("indkald/", indkaldelser.moede_indkald, name="moede_indkald"),
    path("indkald/<int:pk>/ret/", indkaldelser.indkaldelse_ret, name="indkaldelse_ret"),
    path("indkald/<int:pk>/fjern/", indkaldelser.indkaldelse_fjern, name="indkaldelse_fjern"),
    path("indkaldelse/<int:pk>/", svar.indkaldelse_svar, name="indkaldelse_svar"),
    path("punkter/nyt/", dagsorden.punkt_opret, name="punkt_opret"),
    path("punkter/<int:pk>/", include(paa_punktet)),
    path("bilag/<int:pk>/", punktdele.punktbilag_hent, name="punktbilag_hent"),
    path("start/", fremmoede.moede_start, name="moede_start"),
    path("fremmoede/", fremmoede.fremmoede, name="fremmoede"),
    path("afslut/", afslutning.moede_afslut, name="moede_afslut"),
    path("referat/", include(i_referatet)),
    path("idelisten/", idelisten.ideliste, name="ideliste"),
    path("idelisten/<int:pk>/saet-paa/", idelisten.ide_saet_paa, name="ide_saet_paa"),
    path("idelisten/<int:pk>/slet/", idelisten.ide_slet, name="ide_slet"),
]
i_planen = [
    path("moeder/", moeder.moede_liste, name="moede_liste"),
    path("moeder/nyt/", moeder.moede_opret, name="moede_opret"),
    path("moeder/raekke/", moeder.serie_opret, name="serie_opret"),
    path("moeder/organer/<int:pk>/faste-punkter/", standardpunkter.standardpunkt_liste, name="standardpunkt_liste"),
    path(
        "moeder/organer/<int:pk>/faste-punkter/<int:standardpunkt>/fjern/",
        standardpunkter.standardpunkt_fjern,
        name="standardpunkt_fjern",
    ),
    path("moeder/<slug:moede>/", include(paa_moedet)),
    path("beslutninger/", beslutninger.beslutning_liste, name="beslutning_liste"),
    path("beslutninger/<int:pk>/ret/", beslutninger.beslutning_ret, name="beslutning_ret"),
    path("beslutninger/<int:pk>/slet/", beslutninger.beslutning_slet, name="beslutning_slet"),
    path("beslutninger/<int:pk>/status/", beslutninger.beslutning_status, name="beslutning_status"),
    path("beslutninger/<int:pk>/foer/", beslutninger.beslutning_foer, name="beslutning_foer"),
    path("versioner/<int:pk>/beslutninger/", beslutninger.version_hvem, name="version_hvem"),
    path("opgaver/", opgaver.opgave_liste, name="opgave_liste"),
    path("opgaver/<int:pk>/ret/", opgaver.opgave_ret, name="opgave_ret"),
    path("opgaver/<int:pk>/udfoert/", opgaver.opgave_udfoert, name="opgave_udfoert"),
    path("sager/<int:pk>/", sager.sag_detalje, name="sag_detalje"),
    path("sager/<int:pk>/ret/", sager.sag_ret, name="sag_ret"),
]
urlpatterns = [
    path("planer/<slug:slug>/", include(i_planen)),
    path("svar/<str:noegle>/", svar.svar, name="svar"),
    path("kalender/", svar.kalender_abonnement, name="kalender_abonnement"),
    path("kalender/stop/", svar.kalender_stop, name="kalender_stop"),
    path("kalender/<str:noegle>.ics", svar.kalenderfil, name="kalenderfil"),
]
