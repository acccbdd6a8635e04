from django.urls import path

from aftaler.views import versioner

app_name = "aftaler"
urlpatterns = [
    # planer, parter, personer, medlemmer, boligområder (views/plan.py, views/organisering.py)
    # strategisk aftale, delaftaler, aktiviteter, kriterier (views/aftale.py, views/delaftale.py, …)
    # versioner
    path("<slug:slug>/versioner/", versioner.version_liste, name="version_liste"),
    path("<slug:slug>/versioner/godkend/", versioner.dokument_godkend, name="dokument_godkend"),
    path("<slug:slug>/versioner/godkend/<str:nr>/", versioner.dokument_godkend, name="dokument_godkend"),
]
