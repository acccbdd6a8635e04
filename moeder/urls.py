"""Pages in a plan, and the two that are opened with a key instead of a login."""

from django.urls import include, path

from moeder.views import moeder

app_name = "moeder"
i_planen = [
    path("moeder/", moeder.moede_liste, name="moede_liste"),
]
urlpatterns = [
    path("planer/<slug:slug>/", include(i_planen)),
]
