
app_name = "aftaler"
urlpatterns = [
    # planer, parter, personer, medlemmer, boligområder (views/plan.py, views/organisering.py)
    # strategisk aftale, delaftaler, aktiviteter, kriterier (views/aftale.py, views/delaftale.py, …)
    # versioner (views/versioner.py)
]
