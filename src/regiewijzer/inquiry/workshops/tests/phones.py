"""What somebody with a phone does in a test: come in, look, answer."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from regiewijzer.inquiry.workshops.models import Door, Question

ENGLISH = {"accept-language": "en"}


def a_phone() -> Client:
    """Somebody in the room, without an account."""
    return Client(headers={"host": "localhost", **ENGLISH})


def came_in(door: Door, **form: str) -> Client:
    """A phone that came in."""
    phone = a_phone()
    phone.post(reverse("room_enter", args=[door.pk]), form)
    return phone


def page(phone: Client, door: Door) -> HttpResponse:
    return phone.get(reverse("room", args=[door.pk]))


def answered(phone: Client, door: Door, question: Question, **form: object) -> HttpResponse:
    return phone.post(reverse("room_answer", args=[door.pk, question.pk]), form)
