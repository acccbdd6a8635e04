from django.urls import path

from aftaler.views import (
    aendringer,
    aftale,
    aktivitet,
    aktivitetens_dele,
    andele,
    bilag,
    budget,
    budgetnet,
    delaftale,
    frist,
    indsendelse,
    kriterium,
    medlemmer,
    milepael,
    naeste_plan,
    organer,
    organisering,
    pladser,
    plan,
    praekvalifikation,
    tilsagn,
    underskrifter,
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
        for et in organisering.SLAGS
        for sti, view, navn in (
            ("ny/", organisering.ting_opret, "opret"),
            ("<int:pk>/", organisering.ting_ret, "ret"),
            ("<int:pk>/fjern/", organisering.ting_fjern, "fjern"),
        )
    ],
    path("<slug:slug>/organisering/medlemmer/ny/", medlemmer.medlem_inviter, name="medlem_inviter"),
    path("<slug:slug>/organisering/medlemmer/<int:pk>/mail/", medlemmer.medlem_mail, name="medlem_mail"),
    path("<slug:slug>/organisering/medlemmer/<int:pk>/afslut/", medlemmer.medlem_afslut, name="medlem_afslut"),
    # organer, pladser, organmedlemmer, medarbejderandele
    path("<slug:slug>/organisering/organer/", organer.organer, name="organer"),
    path("<slug:slug>/organisering/organer/ny/", organer.organ_opret, name="organ_opret"),
    path("<slug:slug>/organisering/organer/<int:pk>/", organer.organ_ret, name="organ_ret"),
    path("<slug:slug>/organisering/organer/<int:pk>/fjern/", organer.organ_fjern, name="organ_fjern"),
    path("<slug:slug>/organisering/organer/<int:pk>/pladser/ny/", pladser.plads_opret, name="plads_opret"),
    path("<slug:slug>/organisering/pladser/<int:pk>/", pladser.plads_ret, name="plads_ret"),
    path("<slug:slug>/organisering/pladser/<int:pk>/fjern/", pladser.plads_fjern, name="plads_fjern"),
    path("<slug:slug>/organisering/pladser/<int:pk>/ny/", pladser.organmedlem_opret, name="organmedlem_opret"),
    path("<slug:slug>/organisering/perioder/<int:pk>/", pladser.organmedlem_ret, name="organmedlem_ret"),
    path("<slug:slug>/organisering/perioder/<int:pk>/afslut/", pladser.organmedlem_afslut, name="organmedlem_afslut"),
    path("<slug:slug>/organisering/perioder/<int:pk>/slet/", pladser.organmedlem_slet, name="organmedlem_slet"),
    path("<slug:slug>/organisering/andele/", andele.medarbejderandel_liste, name="medarbejderandel_liste"),
    # bilag
    path("<slug:slug>/bilag/", bilag.bilag_liste, name="bilag_liste"),
    path("<slug:slug>/bilag/<slug:bilag>/", bilag.bilag_detalje, name="bilag_detalje"),
    path("<slug:slug>/bilag/<slug:bilag>/ret/", bilag.bilag_ret, name="bilag_ret"),
    path("<slug:slug>/bilag/<slug:bilag>/klar/", bilag.bilag_klar, name="bilag_klar"),
    path("<slug:slug>/bilag/<slug:bilag>/kladde/", bilag.bilag_kladde, name="bilag_kladde"),
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
    # aktivitetens rammer, status, målgrupper og virkninger; milepæle og frister
    path("<slug:slug>/aktiviteter/<int:pk>/rammer/", aktivitet.rammer_ret, name="aktivitet_rammer"),
    path("<slug:slug>/aktiviteter/<int:pk>/status/", aktivitet.status_saet, name="aktivitet_status"),
    path("<slug:slug>/aktiviteter/<int:pk>/virkninger/", aktivitetens_dele.virkning_ret, name="virkning_ret"),
    path(
        "<slug:slug>/aktiviteter/<int:pk>/maalgrupper/ny/", aktivitetens_dele.maalgruppe_opret, name="maalgruppe_opret"
    ),
    path("<slug:slug>/maalgrupper/<int:pk>/", aktivitetens_dele.maalgruppe_ret, name="maalgruppe_ret"),
    path(
        "<slug:slug>/maalgrupper/<int:pk>/bortfald/", aktivitetens_dele.maalgruppe_bortfald, name="maalgruppe_bortfald"
    ),
    path("<slug:slug>/maalgrupper/<int:pk>/slet/", aktivitetens_dele.maalgruppe_slet, name="maalgruppe_slet"),
    path(
        "<slug:slug>/aktiviteter/<int:pk>/milepaele/ny/",
        milepael.aktivitetens_milepael_opret,
        name="aktivitetens_milepael_opret",
    ),
    path("<slug:slug>/milepaelsplan/", milepael.milepaelsplan, name="milepaelsplan"),
    path("<slug:slug>/milepaele/ny/", milepael.milepael_opret, name="milepael_opret"),
    path("<slug:slug>/milepaele/<int:pk>/", milepael.milepael_ret, name="milepael_ret"),
    path("<slug:slug>/milepaele/<int:pk>/fremdrift/", milepael.milepael_fremdrift, name="milepael_fremdrift"),
    path("<slug:slug>/milepaele/<int:pk>/slet/", milepael.milepael_slet, name="milepael_slet"),
    path("<slug:slug>/frister/", frist.frist_liste, name="frist_liste"),
    path("<slug:slug>/frister/lav/", frist.frist_lav, name="frist_lav"),
    path("<slug:slug>/frister/ny/", frist.frist_opret, name="frist_opret"),
    path("<slug:slug>/frister/<int:pk>/flyt/", frist.frist_flyt, name="frist_flyt"),
    path("<slug:slug>/frister/<int:pk>/gjort/", frist.frist_gjort, name="frist_gjort"),
    path("<slug:slug>/frister/<int:pk>/slet/", frist.frist_slet, name="frist_slet"),
    # næste plan og prækvalifikation
    path("<slug:slug>/naeste-plan/", naeste_plan.naeste_plan, name="naeste_plan"),
    path("<slug:slug>/naeste-plan/start/", naeste_plan.naeste_plan_start, name="naeste_plan_start"),
    path("<slug:slug>/naeste-plan/<str:nr>/", naeste_plan.naeste_plan_beslut, name="naeste_plan_beslut"),
    path("<slug:slug>/praekvalifikation/", praekvalifikation.praekvalifikation, name="praekvalifikation"),
    path(
        "<slug:slug>/praekvalifikation/<slug:dokumentdel>/",
        praekvalifikation.praekvalifikation_ret,
        name="praekvalifikation_ret",
    ),
    path("<slug:slug>/kriterier/ny/", kriterium.kriterium_opret, name="kriterium_opret"),
    path("<slug:slug>/kriterier/laes/", kriterium.kriterium_laes, name="kriterium_laes"),
    path("<slug:slug>/kriterier/<int:nr>/ret/", kriterium.kriterium_ret, name="kriterium_ret"),
    path("<slug:slug>/kriterier/<int:nr>/slet/", kriterium.kriterium_slet, name="kriterium_slet"),
    # budget: poster, givere, tilsagn, oplyste andele
    path("<slug:slug>/budget/", budget.budget, name="budget"),
    path("<slug:slug>/budget/net/", budgetnet.budgetnet, name="budgetnet"),
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
    # ændringer på vej, og versioner
    path("<slug:slug>/aendringer/", aendringer.aendring_liste, name="aendring_liste"),
    path("<slug:slug>/aendringer/indsend/", indsendelse.dokument_indsend, name="dokument_indsend"),
    path("<slug:slug>/aendringer/indsend/<str:nr>/", indsendelse.dokument_indsend, name="dokument_indsend"),
    path("<slug:slug>/aendringer/kasser/", indsendelse.dokument_kasser, name="dokument_kasser"),
    path("<slug:slug>/aendringer/kasser/<str:nr>/", indsendelse.dokument_kasser, name="dokument_kasser"),
    path("<slug:slug>/aendringer/<int:pk>/", aendringer.aendring_detalje, name="aendring_detalje"),
    path("<slug:slug>/aendringer/<int:pk>/traek/", aendringer.aendring_traek, name="aendring_traek"),
    path("<slug:slug>/aendringer/<int:pk>/trin/<int:trin>/", aendringer.trin_registrer, name="trin_registrer"),
    path("<slug:slug>/aendringer/<int:pk>/trin/<int:trin>/fil/", aendringer.trin_dokument, name="trin_dokument"),
    path("<slug:slug>/aendringer/<int:pk>/vilkaar/<int:vilkaar>/", aendringer.vilkaar_opfyld, name="vilkaar_opfyld"),
    path("<slug:slug>/versioner/", versioner.version_liste, name="version_liste"),
    path("<slug:slug>/versioner/pr/", versioner.aftale_pr_dato, name="aftale_pr_dato"),
    path("<slug:slug>/versioner/forskel/", versioner.version_forskel, name="version_forskel"),
    path("<slug:slug>/versioner/<int:pk>/", versioner.version_detalje, name="version_detalje"),
    path(
        "<slug:slug>/versioner/<int:pk>/underskriv/<int:part>/",
        underskrifter.underskrift_opret,
        name="underskrift_opret",
    ),
    path(
        "<slug:slug>/versioner/<int:pk>/underskrift/<int:underskrift>/fil/",
        underskrifter.underskrift_fil,
        name="underskrift_fil",
    ),
    path(
        "<slug:slug>/versioner/<int:pk>/underskrift/<int:underskrift>/kontrol/",
        underskrifter.underskrift_kontrol,
        name="underskrift_kontrol",
    ),
]
