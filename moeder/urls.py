"""Pages in a plan, and the two that are opened with a key instead of a login."""

from django.urls import include, path

from moeder.views import dagsorden, indkaldelser, moeder, punktdele, sager, standardpunkter

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
paa_moedet = [
    path("", dagsorden.moede_detalje, name="moede_detalje"),
    path("ret/", moeder.moede_ret, name="moede_ret"),
    path("slet/", moeder.moede_slet, name="moede_slet"),
    path("aflys/", moeder.moede_aflys, name="moede_aflys"),
    path("indkald/", indkaldelser.moede_indkald, name="moede_indkald"),
    path("indkald/<int:pk>/ret/", indkaldelser.indkaldelse_ret, name="indkaldelse_ret"),
    path("indkald/<int:pk>/fjern/", indkaldelser.indkaldelse_fjern, name="indkaldelse_fjern"),
    path("punkter/nyt/", dagsorden.punkt_opret, name="punkt_opret"),
    path("punkter/<int:pk>/", include(paa_punktet)),
    path("bilag/<int:pk>/", punktdele.punktbilag_hent, name="punktbilag_hent"),
    path("idelisten/", dagsorden.ideliste, name="ideliste"),
    path("idelisten/<int:pk>/saet-paa/", dagsorden.ide_saet_paa, name="ide_saet_paa"),
    path("idelisten/<int:pk>/slet/", dagsorden.ide_slet, name="ide_slet"),
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
    path("sager/<int:pk>/", sager.sag_detalje, name="sag_detalje"),
    path("sager/<int:pk>/ret/", sager.sag_ret, name="sag_ret"),
]
urlpatterns = [
    path("planer/<slug:slug>/", include(i_planen)),
    path("svar/<str:noegle>/", indkaldelser.svar, name="svar"),
    path("kalender/", indkaldelser.kalender_abonnement, name="kalender_abonnement"),
    path("kalender/stop/", indkaldelser.kalender_stop, name="kalender_stop"),
    path("kalender/<str:noegle>.ics", indkaldelser.kalenderfil, name="kalenderfil"),
]
