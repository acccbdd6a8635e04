from django.contrib.auth import views as auth_views
from django.urls import path

from brugere import views

app_name = "brugere"
urlpatterns = [
    path("login/", views.Login.as_view(), name="login"),
    path("logaf/", views.Logaf.as_view(), name="logaf"),
    path("glemt/", views.Glemt.as_view(), name="glemt"),
    path("glemt/sendt/", auth_views.PasswordResetDoneView.as_view(), name="glemt_sendt"),
    path("ny-adgangskode/<uidb64>/<token>/", views.NyAdgangskode.as_view(), name="ny_adgangskode"),
]
