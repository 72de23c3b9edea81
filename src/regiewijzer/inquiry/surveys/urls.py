"""Addresses of surveys: outside an authority for who is asked, and inside one for who asks."""

from django.urls import path, re_path

from regiewijzer.inquiry.surveys.views import respondent, results, surveys

outside = [
    path("bevraging/<slug:town>/<slug:public>/", respondent.survey_answer, name="survey_answer"),
    path("bevraging/<slug:town>/<slug:public>/dank/", respondent.survey_thanks, name="survey_thanks"),
    # %23 for #: some mail programs write links so
    re_path(
        r"^bevraging/(?P<town>[-\w]+)/(?P<public>[-\w]+)/?(?P<mangled>#.*)$",
        respondent.survey_mangled,
        name="survey_mangled",
    ),
]

urlpatterns = [
    path("bevragingen/", surveys.surveys, name="surveys"),
    path("bevragingen/nieuw/", surveys.survey_add, name="survey_add"),
    path("bevragingen/<int:pk>/", surveys.survey, name="survey"),
    path("bevragingen/<int:pk>/wijzigen/", surveys.survey_edit, name="survey_edit"),
    path("bevragingen/<int:pk>/versturen/", surveys.survey_launch, name="survey_launch"),
    path("bevragingen/<int:pk>/herinneren/", surveys.survey_remind, name="survey_remind"),
    path("bevragingen/<int:pk>/sluiten/", surveys.survey_close, name="survey_close"),
    path("bevragingen/<int:pk>/weg/", surveys.survey_remove, name="survey_remove"),
    path("bevragingen/<int:pk>/resultaat.json", results.survey_json, name="survey_json"),
    path("bevragingen/<int:pk>/resultaat.xlsx", results.survey_xlsx, name="survey_xlsx"),
]
