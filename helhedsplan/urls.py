"""One include per app."""

from django.contrib import admin
from django.urls import include, path

from helhedsplan import views
from overblik.views import mails
from overblik.views.overblik import min_side
from overblik.views.soegning import soegning

urlpatterns = [
    path("", views.forside, name="forside"),
    path("sundhed/", views.sundhed, name="sundhed"),
    path("opsaetning/", admin.site.urls),
    path("min-side/", min_side, name="min_side"),
    path("min-side/mails/", mails.mine_mails, name="mine_mails"),
    path("mails/stop/<str:noegle>/", mails.mail_stop, name="mail_stop"),
    path("soeg/", soegning, name="soeg"),
    path("", include("brugere.urls")),
    path("planer/", include("aftaler.urls")),
    path("planer/", include("maalinger.urls")),
    path("planer/", include("oekonomi.urls")),
    path("", include("moeder.urls")),
    path("planer/", include("overblik.urls")),
    path("planer/", include("dokumenter.urls")),
]
