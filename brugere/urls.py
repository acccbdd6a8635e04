from django.contrib.auth import views as auth_views
from django.urls import path, reverse_lazy

from brugere import forms, views

app_name = "brugere"
urlpatterns = [
    path("login/", views.Login.as_view(), name="login"),
    path("logaf/", auth_views.LogoutView.as_view(), name="logaf"),
    path(
        "glemt/",
        auth_views.PasswordResetView.as_view(
            form_class=forms.GlemtForm, success_url=reverse_lazy("brugere:glemt_sendt")
        ),
        name="glemt",
    ),
    path("glemt/sendt/", auth_views.PasswordResetDoneView.as_view(), name="glemt_sendt"),
    path(
        "ny-adgangskode/<uidb64>/<token>/",
        auth_views.PasswordResetConfirmView.as_view(
            form_class=forms.NyAdgangskodeForm, success_url=reverse_lazy("brugere:ny_adgangskode_faerdig")
        ),
        name="ny_adgangskode",
    ),
    path("ny-adgangskode/faerdig/", auth_views.PasswordResetCompleteView.as_view(), name="ny_adgangskode_faerdig"),
]
