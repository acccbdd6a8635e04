from django.urls import path

from aftaler.views import medlemmer, organisering, plan, versioner

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
    # strategisk aftale, delaftaler, aktiviteter, kriterier (views/aftale.py, views/delaftale.py, …)
    # versioner
    path("<slug:slug>/versioner/", versioner.version_liste, name="version_liste"),
    path("<slug:slug>/versioner/godkend/", versioner.dokument_godkend, name="dokument_godkend"),
    path("<slug:slug>/versioner/godkend/<str:nr>/", versioner.dokument_godkend, name="dokument_godkend"),
]
