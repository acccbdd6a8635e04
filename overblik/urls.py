from django.urls import path

from overblik import views

app_name = "overblik"
urlpatterns = [
    path("<slug:slug>/overblik/", views.overblik, name="overblik"),
    path("<slug:slug>/overblik/omraader/<int:pk>/", views.omraade, name="omraade"),
    path("<slug:slug>/kontrol/", views.kontrol, name="kontrol"),
    path("<slug:slug>/kontrol/lad-staa/", views.frafald_opret, name="frafald_opret"),
    path("<slug:slug>/kontrol/frafald/<int:pk>/tilbage/", views.frafald_tilbage, name="frafald_tilbage"),
]
