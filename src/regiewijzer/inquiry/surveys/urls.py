"""Addresses of surveys: outside an authority for who is asked, and inside one for who asks."""

from django.urls import path

from regiewijzer.inquiry.surveys.views import desk, respondent, results

outside = [
    path("bevraging/<slug:town>/<slug:public>/", respondent.survey_answer, name="survey_answer"),
    path("bevraging/<slug:town>/<slug:public>/dank/", respondent.survey_thanks, name="survey_thanks"),
]

urlpatterns = [
    path("bevragingen/", desk.surveys, name="surveys"),
    path("bevragingen/nieuw/", desk.survey_add, name="survey_add"),
    path("bevragingen/<int:pk>/", desk.survey, name="survey"),
    path("bevragingen/<int:pk>/wijzigen/", desk.survey_edit, name="survey_edit"),
    path("bevragingen/<int:pk>/versturen/", desk.survey_launch, name="survey_launch"),
    path("bevragingen/<int:pk>/herinneren/", desk.survey_remind, name="survey_remind"),
    path("bevragingen/<int:pk>/sluiten/", desk.survey_close, name="survey_close"),
    path("bevragingen/<int:pk>/weg/", desk.survey_remove, name="survey_remove"),
    path("bevragingen/<int:pk>/resultaat.json", results.survey_json, name="survey_json"),
    path("bevragingen/<int:pk>/resultaat.xlsx", results.survey_xlsx, name="survey_xlsx"),
]
