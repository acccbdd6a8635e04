from django.urls import path

from oekonomi.views import budgetaendringer, leverancer, lister, oversigt, posteringer, raekker, regnskab

app_name = "oekonomi"
urlpatterns = [
    path("<slug:slug>/oekonomi/", oversigt.oekonomi, name="oekonomi"),
    path("<slug:slug>/forbrug/", lister.forbrug_liste, name="forbrug_liste"),
    path("<slug:slug>/forbrug/indlaes/", posteringer.forbrugsindlaesning_opret, name="forbrugsindlaesning_opret"),
    path("<slug:slug>/forbrug/indlaes/<uuid:pk>/", posteringer.forbrugsindlaesning, name="forbrugsindlaesning"),
    *[
        path(f"<slug:slug>/forbrug/indlaes/<uuid:pk>/{led}/", view, name=view.__name__)
        for led, view in (
            ("ark", posteringer.forbrugsindlaesning_ark),
            ("kolonner", posteringer.forbrugsindlaesning_kolonner),
            ("konti", posteringer.forbrugsindlaesning_konti),
            ("proev", posteringer.forbrugsindlaesning_proev),
            ("laes-ind", posteringer.forbrugsindlaesning_laes),
            ("ret", posteringer.forbrugsindlaesning_ret),
            ("kasser", posteringer.forbrugsindlaesning_kasser),
        )
    ],
    path("<slug:slug>/leverancer/", lister.levering_liste, name="levering_liste"),
    path("<slug:slug>/budgetaendringer/", lister.budgetaendring_liste, name="budgetaendring_liste"),
    path("<slug:slug>/restmidler/", lister.restmidler_liste, name="restmidler_liste"),
    # forbrug, leverancer, indhentninger, budgetændringer, restmidler
    *[
        path(f"<slug:slug>/{et.sted}/{sti}", view, {"slags": et}, name=f"{et.navn}_{navn}")
        for et in raekker.SLAGS
        for sti, view, navn in (
            ("ny/", raekker.raekke_opret, "opret"),
            ("<int:pk>/", raekker.raekke_ret, "ret"),
            ("<int:pk>/slet/", raekker.raekke_slet, "slet"),
        )
        if navn != "slet" or et.slet
    ],
    path("<slug:slug>/leverancer/<int:pk>/bilag/", leverancer.levering_bilag, name="levering_bilag"),
    path("<slug:slug>/timer/", leverancer.timer_liste, name="timer_liste"),
    path("<slug:slug>/timer/ny/", leverancer.timer_opret, name="timer_opret"),
    path("<slug:slug>/timer/<int:pk>/", leverancer.timer_ret, name="timer_ret"),
    path(
        "<slug:slug>/budgetaendringer/<int:pk>/afgoer/",
        budgetaendringer.budgetaendring_afgoer,
        name="budgetaendring_afgoer",
    ),
    path(
        "<slug:slug>/budgetaendringer/<int:pk>/traek/",
        budgetaendringer.budgetaendring_traek,
        name="budgetaendring_traek",
    ),
    path(
        "<slug:slug>/budgetaendringer/<int:pk>/indarbejd/",
        budgetaendringer.budgetaendring_indarbejd,
        name="budgetaendring_indarbejd",
    ),
    path("<slug:slug>/regnskab/", regnskab.regnskab_liste, name="regnskab_liste"),
    path("<slug:slug>/regnskab/<int:aar>/", regnskab.regnskab_detalje, name="regnskab_detalje"),
    path("<slug:slug>/regnskab/<int:aar>/ret/", regnskab.regnskab_ret, name="regnskab_ret"),
    path("<slug:slug>/regnskab/<int:aar>/bemaerkninger/ny/", regnskab.bemaerkning_opret, name="bemaerkning_opret"),
    path("<slug:slug>/regnskab/<int:aar>/bemaerkninger/<int:pk>/", regnskab.bemaerkning_ret, name="bemaerkning_ret"),
    path(
        "<slug:slug>/regnskab/<int:aar>/bemaerkninger/<int:pk>/slet/",
        regnskab.bemaerkning_slet,
        name="bemaerkning_slet",
    ),
]
