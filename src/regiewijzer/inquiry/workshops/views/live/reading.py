"""What does everybody in a session need to see now? Read in a thread, and drawn once for all phones of a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string
from django.utils import timezone, translation

from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.workshops.models import Workshop
from regiewijzer.inquiry.workshops.queries.rooms import Stage, answers_to, phones_in, stage_of


@dataclass(frozen=True, slots=True)
class Place:
    """Which session."""

    authority: int
    workshop: int


@dataclass(frozen=True, slots=True)
class Now:
    """A session at this moment. `stage` and `screen` grow when phones or screens must change.

    `counting`: whether people or answers are coming in. `pages`: language -> what phones show.
    """

    stage: int
    screen: int
    over: bool
    expires_at: datetime
    counting: bool
    answers: int
    joined: int
    pages: Mapping[str, str]


def read_now(place: Place) -> Now | None:
    """The session as it is committed now; None when there is none. Django's errors when the database is away.

    For a thread: it gives its connection back.
    """
    try:
        with inside(place.authority):
            workshop = Workshop.objects.select_related("join_link").filter(pk=place.workshop).first()
            return None if workshop is None else _now(workshop)
    finally:
        connection.close()


def _now(workshop: Workshop) -> Now:
    stage, join_link = stage_of(workshop), getattr(workshop, "join_link", None)
    question = stage.question
    return Now(
        stage=workshop.stage,
        screen=workshop.screen,
        over=stage.over,
        expires_at=join_link.expires_at if join_link else timezone.now(),
        counting=question is None or question.is_open,
        answers=answers_to(question) if question else 0,
        joined=phones_in(workshop),
        pages={language: _drawn(stage, language) for language, _name in settings.LANGUAGES},
    )


def _drawn(stage: Stage, language: str) -> str:
    with translation.override(language):
        return render_to_string("workshops/_stage.html", {"stage": stage})
