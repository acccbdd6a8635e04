app_name = "dokumenter"
urlpatterns: list = []
