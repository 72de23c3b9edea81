"""Addresses of practice."""

from django.urls import path

from regiewijzer.tools.practice import views

urlpatterns = [
    path("praktijk/", views.practice, name="practice"),
    path("praktijk/bronnen/<slug:key>/", views.practice_case, name="practice_case"),
    path("praktijk/van-anderen/<int:shared>/", views.practice_shared, name="practice_shared"),
    path("praktijk/nieuw/", views.practice_add, name="practice_add"),
    path("praktijk/<int:pk>/", views.practice_own, name="practice_own"),
    path("praktijk/<int:pk>/wijzigen/", views.practice_edit, name="practice_edit"),
    path("praktijk/<int:pk>/weg/", views.practice_remove, name="practice_remove"),
    path("praktijk/<int:pk>/delen/", views.practice_share, name="practice_share"),
    path("praktijk/<int:pk>/intrekken/", views.practice_withdraw, name="practice_withdraw"),
]
