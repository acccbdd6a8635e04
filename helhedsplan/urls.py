"""One include per app."""

from django.contrib import admin
from django.urls import include, path

from helhedsplan import views
from overblik.views.overblik import min_side

urlpatterns = [
    path("", views.forside, name="forside"),
    path("sundhed/", views.sundhed, name="sundhed"),
    path("opsaetning/", admin.site.urls),
    path("min-side/", min_side, name="min_side"),
    path("", include("brugere.urls")),
    path("planer/", include("aftaler.urls")),
    path("planer/", include("maalinger.urls")),
    path("planer/", include("oekonomi.urls")),
    path("", include("moeder.urls")),
    path("planer/", include("overblik.urls")),
    path("planer/", include("dokumenter.urls")),
]
