app_name = "maalinger"
urlpatterns: list = []
