from django.urls import path

from maalinger.views import fremmoede, kriterier, maalinger

app_name = "maalinger"
urlpatterns = [
    path("<slug:slug>/kriterier/", kriterier.kriterium_liste, name="kriterium_liste"),
    path("<slug:slug>/kriterier/<int:nr>/", kriterier.kriterium_detalje, name="kriterium_detalje"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/ny/", maalinger.maaling_opret, name="maaling_opret"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/ret/", maalinger.maaling_ret, name="maaling_ret"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/bilag/", maalinger.maaling_bilag, name="maaling_bilag"),
    path("<slug:slug>/fremmoede/", fremmoede.fremmoede, name="fremmoede"),
    path("<slug:slug>/fremmoede/oversigt/", fremmoede.fremmoede_oversigt, name="fremmoede_oversigt"),
    path("<slug:slug>/fremmoede/<int:pk>/", fremmoede.registrering_opret, name="registrering_opret"),
    path("<slug:slug>/fremmoede/<int:pk>/periode/", fremmoede.personer_opret, name="personer_opret"),
    path(
        "<slug:slug>/fremmoede/kvittering/<int:pk>/", fremmoede.registrering_kvittering, name="registrering_kvittering"
    ),
    path("<slug:slug>/fremmoede/tal/<int:pk>/ret/", fremmoede.registrering_ret, name="registrering_ret"),
    path("<slug:slug>/fremmoede/tal/<int:pk>/slet/", fremmoede.registrering_slet, name="registrering_slet"),
]
