from django.urls import path

from maalinger.views import (
    dataforslag,
    fremmoede,
    godkendelse,
    indlaesning,
    kriterier,
    laase,
    leverancer,
    lister,
    maaleplan,
    maalinger,
    registerdata,
    undersoegelser,
)

app_name = "maalinger"
urlpatterns = [
    path("<slug:slug>/kriterier/", kriterier.kriterium_liste, name="kriterium_liste"),
    path("<slug:slug>/kriterier/<int:nr>/", kriterier.kriterium_detalje, name="kriterium_detalje"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/ny/", maalinger.maaling_opret, name="maaling_opret"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/ret/", maalinger.maaling_ret, name="maaling_ret"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/bilag/", maalinger.maaling_bilag, name="maaling_bilag"),
    path("<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/", godkendelse.maaling_detalje, name="maaling_detalje"),
    *(
        path(f"<slug:slug>/kriterier/<int:nr>/maalinger/<int:pk>/{led}/", view, name=view.__name__)
        for led, view in (
            ("send", godkendelse.maaling_send),
            ("tag-hjem", godkendelse.maaling_tag_hjem),
            ("godkend", godkendelse.maaling_godkend),
            ("returner", godkendelse.maaling_returner),
            ("tag-tilbage", godkendelse.maaling_tag_tilbage),
            ("slet", godkendelse.maaling_slet),
        )
    ),
    path("<slug:slug>/kriterier/<int:nr>/status/", kriterier.kriterium_status, name="kriterium_status"),
    path(
        "<slug:slug>/kriterier/<int:nr>/status/ophaev/",
        kriterier.kriterium_status_ophaev,
        name="kriterium_status_ophaev",
    ),
    path("<slug:slug>/kriterier/<int:nr>/maaleplan/", maaleplan.maaleplan_ret, name="maaleplan_ret"),
    path("<slug:slug>/maalinger/", godkendelse.maaling_liste, name="maaling_liste"),
    path("<slug:slug>/maalinger/godkend/", godkendelse.maaling_godkend_flere, name="maaling_godkend_flere"),
    path("<slug:slug>/laase/", laase.laas_liste, name="laas_liste"),
    path("<slug:slug>/laase/ny/", laase.laas_opret, name="laas_opret"),
    path("<slug:slug>/laase/<int:pk>/op/", laase.laas_op, name="laas_op"),
    path("<slug:slug>/fremmoede/", fremmoede.fremmoede, name="fremmoede"),
    path("<slug:slug>/fremmoede/oversigt/", fremmoede.fremmoede_oversigt, name="fremmoede_oversigt"),
    path("<slug:slug>/fremmoede/<int:pk>/", fremmoede.registrering_opret, name="registrering_opret"),
    path("<slug:slug>/fremmoede/<int:pk>/periode/", fremmoede.personer_opret, name="personer_opret"),
    path(
        "<slug:slug>/fremmoede/kvittering/<int:pk>/", fremmoede.registrering_kvittering, name="registrering_kvittering"
    ),
    path("<slug:slug>/fremmoede/tal/<int:pk>/ret/", fremmoede.registrering_ret, name="registrering_ret"),
    path("<slug:slug>/fremmoede/tal/<int:pk>/slet/", fremmoede.registrering_slet, name="registrering_slet"),
    path("<slug:slug>/leverancemaaling/", leverancer.leverancemaaling, name="leverancemaaling"),
    path("<slug:slug>/leverancemaaling/<int:pk>/", leverancer.leverancemaaling_skriv, name="leverancemaaling_skriv"),
    path("<slug:slug>/undersoegelser/", undersoegelser.undersoegelse_liste, name="undersoegelse_liste"),
    path("<slug:slug>/undersoegelser/ny/", undersoegelser.undersoegelse_opret, name="undersoegelse_opret"),
    path("<slug:slug>/undersoegelser/<int:pk>/", undersoegelser.undersoegelse_detalje, name="undersoegelse_detalje"),
    path("<slug:slug>/undersoegelser/<int:pk>/ret/", undersoegelser.undersoegelse_ret, name="undersoegelse_ret"),
    path("<slug:slug>/undersoegelser/<int:pk>/slet/", undersoegelser.undersoegelse_slet, name="undersoegelse_slet"),
    path(
        "<slug:slug>/undersoegelser/<int:pk>/maalinger/", undersoegelser.undersoegelse_maal, name="undersoegelse_maal"
    ),
    path("<slug:slug>/undersoegelser/<int:pk>/svar/", undersoegelser.svar_opret, name="svar_opret"),
    path("<slug:slug>/undersoegelser/svar/<int:pk>/ret/", undersoegelser.svar_ret, name="svar_ret"),
    path("<slug:slug>/undersoegelser/svar/<int:pk>/slet/", undersoegelser.svar_slet, name="svar_slet"),
    path("<slug:slug>/lister/", lister.lister, name="lister"),
    path("<slug:slug>/lister/svar/nyt/", lister.placering_opret, name="placering_opret"),
    path("<slug:slug>/lister/svar/<int:pk>/ret/", lister.placering_ret, name="placering_ret"),
    path("<slug:slug>/lister/svar/<int:pk>/slet/", lister.placering_slet, name="placering_slet"),
    path("<slug:slug>/kriterier/<int:nr>/hent/", dataforslag.kriterium_hent, name="kriterium_hent"),
    path("<slug:slug>/data/", registerdata.data, name="data"),
    path("<slug:slug>/data/fil/", registerdata.data_eksport, name="data_eksport"),
    path("<slug:slug>/data/omraader/<int:pk>/", registerdata.data_omraade, name="data_omraade"),
    path("<slug:slug>/data/tal/nyt/", registerdata.vaerdi_opret, name="vaerdi_opret"),
    path("<slug:slug>/data/tal/<int:pk>/ret/", registerdata.vaerdi_ret, name="vaerdi_ret"),
    path("<slug:slug>/data/tal/<int:pk>/slet/", registerdata.vaerdi_slet, name="vaerdi_slet"),
    path("<slug:slug>/data/indlaes/", indlaesning.dataindlaesning_opret, name="dataindlaesning_opret"),
    path("<slug:slug>/data/indlaes/<uuid:pk>/", indlaesning.dataindlaesning, name="dataindlaesning"),
    *(
        path(f"<slug:slug>/data/indlaes/<uuid:pk>/{led}/", view, name=view.__name__)
        for led, view in (
            ("ark", indlaesning.dataindlaesning_ark),
            ("kolonner", indlaesning.dataindlaesning_kolonner),
            ("navne", indlaesning.dataindlaesning_navne),
            ("proev", indlaesning.dataindlaesning_proev),
            ("laes-ind", indlaesning.dataindlaesning_laes),
            ("ret", indlaesning.dataindlaesning_ret),
            ("kasser", indlaesning.dataindlaesning_kasser),
        )
    ),
]
