"""What somebody with a phone does in a test: come in, look, answer."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from regiewijzer.inquiry.workshops.models import JoinLink, Question

ENGLISH = {"accept-language": "en"}


def a_phone() -> Client:
    """Somebody in the room, without an account."""
    return Client(headers={"host": "localhost", **ENGLISH})


def came_in(join_link: JoinLink, **form: str) -> Client:
    """A phone that came in."""
    phone = a_phone()
    phone.post(reverse("room_enter", args=[join_link.pk]), form)
    return phone


def page(phone: Client, join_link: JoinLink) -> HttpResponse:
    return phone.get(reverse("room", args=[join_link.pk]))


def answered(phone: Client, join_link: JoinLink, question: Question, **form: object) -> HttpResponse:
    return phone.post(reverse("room_answer", args=[join_link.pk, question.pk]), form)
