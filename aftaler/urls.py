from django.urls import path

from aftaler.views import (
    aftale,
    aktivitet,
    budget,
    delaftale,
    kriterium,
    medlemmer,
    organisering,
    plan,
    tilsagn,
    versioner,
)

app_name = "aftaler"
urlpatterns = [
    # planer
    path("", plan.plan_liste, name="plan_liste"),
    path("ny/", plan.plan_opret, name="plan_opret"),
    path("<slug:slug>/ret/", plan.plan_ret, name="plan_ret"),
    # parter, personer, boligområder, boligafdelinger, medlemmer
    path("<slug:slug>/organisering/", organisering.organisering, name="organisering"),
    *[
        path(f"<slug:slug>/organisering/{et.sted}/{sti}", view, {"slags": et}, name=f"{et.navn}_{navn}")
        for et in (organisering.PART, organisering.PERSON, organisering.BOLIGOMRAADE, organisering.BOLIGAFDELING)
        for sti, view, navn in (
            ("ny/", organisering.ting_opret, "opret"),
            ("<int:pk>/", organisering.ting_ret, "ret"),
            ("<int:pk>/fjern/", organisering.ting_fjern, "fjern"),
        )
    ],
    path("<slug:slug>/organisering/medlemmer/ny/", medlemmer.medlem_inviter, name="medlem_inviter"),
    path("<slug:slug>/organisering/medlemmer/<int:pk>/mail/", medlemmer.medlem_mail, name="medlem_mail"),
    path("<slug:slug>/organisering/medlemmer/<int:pk>/afslut/", medlemmer.medlem_afslut, name="medlem_afslut"),
    # strategisk aftale, delaftaler, aktiviteter, kriterier
    path("<slug:slug>/aftale/", aftale.aftale, name="aftale"),
    path("<slug:slug>/aftale/afsnit/<int:nr>/", aftale.afsnit_ret, name="afsnit_ret"),
    path("<slug:slug>/aftale/omraader/", aftale.indsatsomraade_vaelg, name="indsatsomraade_vaelg"),
    path("<slug:slug>/aftale/omraader/<str:nr>/", aftale.indsatsomraade_ret, name="indsatsomraade_ret"),
    path(
        "<slug:slug>/aftale/omraader/<str:nr>/fravaelg/", aftale.indsatsomraade_fravaelg, name="indsatsomraade_fravaelg"
    ),
    path("<slug:slug>/delaftaler/", delaftale.delaftale_liste, name="delaftale_liste"),
    path("<slug:slug>/delaftaler/<str:nr>/", delaftale.delaftale_detalje, name="delaftale_detalje"),
    path("<slug:slug>/delaftaler/<str:nr>/aktiviteter/ny/", aktivitet.aktivitet_opret, name="aktivitet_opret"),
    path("<slug:slug>/delaftaler/<str:nr>/<slug:kode>/", delaftale.blok_ret, name="blok_ret"),
    path("<slug:slug>/aktiviteter/<int:pk>/", aktivitet.aktivitet_detalje, name="aktivitet_detalje"),
    path("<slug:slug>/aktiviteter/<int:pk>/ret/", aktivitet.aktivitet_ret, name="aktivitet_ret"),
    path("<slug:slug>/aktiviteter/<int:pk>/slet/", aktivitet.aktivitet_slet, name="aktivitet_slet"),
    path("<slug:slug>/kriterier/ny/", kriterium.kriterium_opret, name="kriterium_opret"),
    path("<slug:slug>/kriterier/laes/", kriterium.kriterium_laes, name="kriterium_laes"),
    path("<slug:slug>/kriterier/<int:nr>/ret/", kriterium.kriterium_ret, name="kriterium_ret"),
    path("<slug:slug>/kriterier/<int:nr>/slet/", kriterium.kriterium_slet, name="kriterium_slet"),
    # budget: poster, givere, tilsagn, oplyste andele
    path("<slug:slug>/budget/", budget.budget, name="budget"),
    path("<slug:slug>/budget/poster/", budget.budgetpost_liste, name="budgetpost_liste"),
    *[
        path(f"<slug:slug>/budget/{et.sted}/{sti}", view, {"slags": et}, name=f"{et.navn}_{navn}")
        for et in budget.SLAGS
        for sti, view, navn in (
            ("ny/", budget.raekke_opret, "opret"),
            ("<int:pk>/", budget.raekke_ret, "ret"),
            ("<int:pk>/slet/", budget.raekke_slet, "slet"),
        )
    ],
    path("<slug:slug>/budget/tilsagn/<int:pk>/omlaeg/", tilsagn.tilsagn_omlaeg, name="tilsagn_omlaeg"),
    path("<slug:slug>/budget/tilsagn/<int:pk>/fortryd/", tilsagn.tilsagn_fortryd, name="tilsagn_fortryd"),
    # versioner
    path("<slug:slug>/versioner/", versioner.version_liste, name="version_liste"),
    path("<slug:slug>/versioner/godkend/", versioner.dokument_godkend, name="dokument_godkend"),
    path("<slug:slug>/versioner/godkend/<str:nr>/", versioner.dokument_godkend, name="dokument_godkend"),
]
