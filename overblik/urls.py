from django.urls import path

from overblik import views

app_name = "overblik"
urlpatterns = [
    path("<slug:slug>/overblik/", views.overblik, name="overblik"),
]
