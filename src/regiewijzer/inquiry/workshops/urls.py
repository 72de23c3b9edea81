"""Addresses of workshops: inside an authority for who leads them, outside one for the phones in the room."""

from django.urls import path

from regiewijzer.inquiry.workshops.views import leading, preparing, rooms

ONE = "werksessies/<int:pk>/"
QUESTION = f"{ONE}vragen/<int:question>/"

inside = [
    path("werksessies/", preparing.workshops, name="workshops"),
    path("werksessies/nieuw/", preparing.workshop_add, name="workshop_add"),
    path(ONE, preparing.workshop, name="workshop"),
    path(f"{ONE}wijzigen/", preparing.workshop_edit, name="workshop_edit"),
    path(f"{ONE}weg/", preparing.workshop_remove, name="workshop_remove"),
    path(f"{ONE}kopie/", preparing.workshop_copy, name="workshop_copy"),
    path(f"{ONE}over/", preparing.workshop_subject_add, name="workshop_subject_add"),
    path(f"{ONE}over/<int:subject>/weg/", preparing.workshop_subject_remove, name="workshop_subject_remove"),
    path(f"{ONE}vragenlijst/", preparing.workshop_questionnaire, name="workshop_questionnaire"),
    path(f"{ONE}vragen/nieuw/<slug:kind>/", preparing.workshop_question_add, name="workshop_question_add"),
    path(QUESTION, preparing.workshop_question_edit, name="workshop_question_edit"),
    path(f"{QUESTION}weg/", preparing.workshop_question_remove, name="workshop_question_remove"),
    path(f"{QUESTION}kopie/", preparing.workshop_question_copy, name="workshop_question_copy"),
    path(f"{QUESTION}plaats/", preparing.workshop_question_move, name="workshop_question_move"),
    path(f"{ONE}openen/", leading.workshop_open, name="workshop_open"),
    path(f"{ONE}leiden/", leading.workshop_lead, name="workshop_lead"),
    path(f"{ONE}scherm/", leading.workshop_screen, name="workshop_screen"),
    path(f"{ONE}naar/", leading.workshop_go_to, name="workshop_go_to"),
    path(f"{ONE}stemmen/", leading.workshop_voting, name="workshop_voting"),
    path(f"{ONE}tonen/", leading.workshop_show, name="workshop_show"),
    path(f"{ONE}slot/", leading.workshop_lock, name="workshop_lock"),
    path(f"{ONE}einde/", leading.workshop_end, name="workshop_end"),
    path(f"{QUESTION}groepen/", leading.workshop_group, name="workshop_group"),
    path(f"{QUESTION}keuze/", leading.workshop_group_vote, name="workshop_group_vote"),
    path(f"{ONE}verslag/", leading.workshop_account, name="workshop_account"),
]

outside = [
    path("meedoen/", rooms.join, name="join"),
    path("meedoen/<uuid:join_link>/", rooms.room, name="room"),
    path("meedoen/<uuid:join_link>/binnen/", rooms.room_enter, name="room_enter"),
    path("meedoen/<uuid:join_link>/antwoord/<int:question>/", rooms.room_answer, name="room_answer"),
]
