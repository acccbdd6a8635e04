from django.urls import path

from overblik.views import aarshjul, eftersyn, forslag, kriterier, overblik

app_name = "overblik"
urlpatterns = [
    path("<slug:slug>/overblik/", overblik.overblik, name="overblik"),
    path("<slug:slug>/overblik/omraader/<int:pk>/", overblik.omraade, name="omraade"),
    path("<slug:slug>/kriterier/<int:nr>/moeder/", kriterier.kriterium_moeder, name="kriterium_moeder"),
    path("<slug:slug>/kontrol/", overblik.kontrol, name="kontrol"),
    path("<slug:slug>/kontrol/lad-staa/", overblik.frafald_opret, name="frafald_opret"),
    path("<slug:slug>/kontrol/frafald/<int:pk>/tilbage/", overblik.frafald_tilbage, name="frafald_tilbage"),
    path("<slug:slug>/aarshjul/", aarshjul.aarshjul, name="aarshjul"),
    path("<slug:slug>/eftersyn/", eftersyn.eftersyn, name="eftersyn"),
    path("<slug:slug>/eftersyn/opgave/", eftersyn.eftersyn_opgave, name="eftersyn_opgave"),
    path("<slug:slug>/moeder/<slug:moede>/forslag/", forslag.forslag_liste, name="forslag_liste"),
    path("<slug:slug>/moeder/<slug:moede>/forslag/<int:pk>/tag-med/", forslag.forslag_tag_med, name="forslag_tag_med"),
    path("<slug:slug>/moeder/<slug:moede>/forslag/<int:pk>/ret/", forslag.forslag_ret, name="forslag_ret"),
    path("<slug:slug>/moeder/<slug:moede>/forslag/<int:pk>/udelad/", forslag.forslag_udelad, name="forslag_udelad"),
]
