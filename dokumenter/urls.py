from django.conf import settings
from django.urls import path

from dokumenter import views

app_name = "dokumenter"
urlpatterns = [
    path("<slug:slug>/papirer/", views.papir_liste, name="papir_liste"),
    path("<slug:slug>/papirer/aendringsoversigt/", views.aendringsoversigt, name="aendringsoversigt"),
    path("<slug:slug>/papirer/mails/", views.mails, name="mails"),
    path("<slug:slug>/papirer/<uuid:pk>/", views.bestilling, name="bestilling"),
    path("<slug:slug>/papirer/<uuid:pk>/hent/", views.hent, name="hent"),
    path("<slug:slug>/papirer/<uuid:pk>/udlever/", views.udlever, name="udlever"),
    path("<slug:slug>/papirer/udlevering/<uuid:pk>/tilbagekald/", views.tilbagekald, name="tilbagekald"),
    path("udleveret/<str:noegle>/", views.udleveret, name="udleveret"),
]
if settings.DEBUG:
    urlpatterns.append(path("<slug:slug>/papirer/forhaandsvis/<slug:papir>/", views.forhaandsvis, name="forhaandsvis"))
