from django.urls import path

from maalinger.views import kriterier, maalinger

app_name = "maalinger"
urlpatterns = [
    path("<slug:slug>/kriterier/", kriterier.kriterium_liste, name="kriterium_liste"),
    path("<slug:slug>/kriterier/<int:nr>/", kriterier.kriterium_detalje, name="kriterium_detalje"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/ny/", maalinger.maaling_opret, name="maaling_opret"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/ret/", maalinger.maaling_ret, name="maaling_ret"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/bilag/", maalinger.maaling_bilag, name="maaling_bilag"),
]
