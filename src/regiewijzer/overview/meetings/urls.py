"""Addresses of one meeting and of one action; outside an authority those of calendars and personal links."""

from django.urls import path

from regiewijzer.overview.meetings.views import meetings as views
from regiewijzer.overview.meetings.views import outside as without_account
from regiewijzer.overview.meetings.views import series

outside = [
    path("kalender/<slug:town>/<str:code>.ics", without_account.feed, name="calendar_feed"),
    path("weekbericht/<str:token>/", without_account.digest_off, name="digest_off"),
    path("mijn-acties/<slug:town>/<str:code>/", without_account.own_actions, name="own_actions"),
]

urlpatterns = [
    path("overleg/<int:pk>/", views.meeting, name="meeting"),
    path("overleg/reeks/", series.plan, name="meeting_series"),
    path("overleg/<int:pk>/reeks/terugnemen/", series.take_back, name="meeting_series_take_back"),
    path("overleg/<int:pk>/agenda/", views.agenda_take, name="meeting_agenda_take"),
    path("overleg/<int:pk>/punten/", views.item_add, name="meeting_item_add"),
    path("overleg/<int:pk>/punten/<int:item>/", views.item_change, name="meeting_item"),
    path("overleg/<int:pk>/punten/<int:item>/verplaatsen/", views.item_move, name="meeting_item_move"),
    path("overleg/<int:pk>/punten/<int:item>/weghalen/", views.item_remove, name="meeting_item_remove"),
    path("overleg/<int:pk>/aanwezigheid/", views.presence, name="meeting_presence"),
    path("overleg/<int:pk>/goedkeuren/", views.approve, name="meeting_approve"),
    path("overleg/<int:pk>/verslag/", views.minutes, name="meeting_minutes"),
    path("overleg/<int:pk>/verslag/bewaren/", views.minutes_save, name="meeting_minutes_save"),
    path("overleg/<int:pk>/verslag/sluiten/", views.minutes_close, name="meeting_minutes_close"),
    path("overleg/<int:pk>/uitnodigen/", views.invite, name="meeting_invite"),
    path("overleg/<int:pk>/verslag/versturen/", views.minutes_send, name="meeting_minutes_send"),
    path("overleg/<int:pk>/verslag.docx", views.minutes_word, name="meeting_minutes_word"),
    path("overleg/<int:pk>/verslag.pdf", views.minutes_pdf, name="meeting_minutes_pdf"),
    path("overleg/<int:pk>/blad.pdf", views.on_one_page, name="meeting_on_one_page"),
    path("overleg/<int:pk>/uitnodiging.ics", without_account.invitation, name="meeting_invitation"),
    path("agenda/", without_account.own_calendars, name="calendars"),
    path("netwerken/<int:pk>/acties/links/", without_account.links, name="network_action_links"),
    path("acties/<int:pk>/", views.action, name="action"),
    path("acties/<int:pk>/klaar/", views.action_tick, name="action_tick"),
]
