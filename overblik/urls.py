app_name = "overblik"
urlpatterns: list = []
