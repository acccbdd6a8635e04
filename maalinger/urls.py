from django.urls import path

from maalinger import views

app_name = "maalinger"
urlpatterns = [
    path("<slug:slug>/kriterier/", views.kriterium_liste, name="kriterium_liste"),
    path("<slug:slug>/kriterier/<int:nr>/", views.kriterium_detalje, name="kriterium_detalje"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/ny/", views.maaling_opret, name="maaling_opret"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/ret/", views.maaling_ret, name="maaling_ret"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/bilag/", views.maaling_bilag, name="maaling_bilag"),
]
