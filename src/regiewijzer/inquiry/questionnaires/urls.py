"""Addresses of questionnaires."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from regiewijzer.inquiry.questionnaires.views import catalogue, copies, sittings


class OwnItem(StringConverter):
    """The id of a question of one's own."""

    regex = r"own\.[0-9]{1,5}"


register_converter(OwnItem, "own_item")

urlpatterns = [
    path("vragenlijsten/", catalogue.questionnaires, name="questionnaires"),
    path("vragenlijsten/beurt/<int:pk>/", sittings.sitting, name="sitting"),
    path("vragenlijsten/beurt/<int:pk>/bewaren/", sittings.sitting_save, name="sitting_save"),
    path("vragenlijsten/beurt/<int:pk>/criteria/", sittings.sitting_criteria, name="sitting_criteria"),
    path("vragenlijsten/beurt/<int:pk>/klaar/", sittings.sitting_done, name="sitting_done"),
    path("vragenlijsten/beurt/<int:pk>/resultaat/", sittings.sitting_result, name="sitting_result"),
    path("vragenlijsten/beurt/<int:pk>/weg/", sittings.sitting_remove, name="sitting_remove"),
    path("vragenlijsten/eigen/<int:pk>/", copies.own_questionnaire, name="own_questionnaire"),
    path("vragenlijsten/eigen/<int:pk>/invullen/", sittings.own_sitting_start, name="own_sitting_start"),
    path("vragenlijsten/eigen/<int:pk>/wijzigen/", copies.questionnaire_edit, name="questionnaire_edit"),
    path("vragenlijsten/eigen/<int:pk>/vraag/", copies.questionnaire_item_add, name="questionnaire_item_add"),
    path(
        "vragenlijsten/eigen/<int:pk>/vraag/<own_item:item>/weg/",
        copies.questionnaire_item_remove,
        name="questionnaire_item_remove",
    ),
    path(
        "vragenlijsten/eigen/<int:pk>/archiveren/", copies.own_questionnaire_archive, name="own_questionnaire_archive"
    ),
    path(
        "vragenlijsten/eigen/<int:pk>/terugzetten/", copies.own_questionnaire_restore, name="own_questionnaire_restore"
    ),
    path("vragenlijsten/<slug:key>/", catalogue.questionnaire, name="questionnaire"),
    path("vragenlijsten/<slug:key>/kopie/", copies.questionnaire_copy, name="questionnaire_copy"),
    path("vragenlijsten/<slug:key>/invullen/", sittings.sitting_start, name="sitting_start"),
]
