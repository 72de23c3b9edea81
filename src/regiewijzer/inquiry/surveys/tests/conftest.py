"""A survey in every state, and the mails it sent."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.questionnaires.public import Privacy, questionnaire
from regiewijzer.inquiry.surveys.actions import answering, launching, mailing, sealing
from regiewijzer.inquiry.surveys.actions.launching import Asked
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.models.sealed import SealedAnswers
from regiewijzer.register.networks.models import Network

KEY = "governance-conditions"
CODE = re.compile(r"#([0-9A-Z-]{31})")
Draft = Callable[..., Survey]
Answers = dict[str, Any]


def codes_in_mails() -> dict[str, str]:
    """The code in the newest mail of each address."""
    found = {message.to[0]: CODE.search(str(message.body)) for message in mail.outbox}
    return {address: match.group(1) for address, match in found.items() if match}


def all_answers(value: int, key: str = KEY) -> Answers:
    return {each.id: value for each in questionnaire(key).questions if value in each.scale.labels}


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    """The network that `manager` manages."""
    return Network.objects.get(pk=world.key("network"))


@pytest.fixture
def draft(network: Network, coordinator: Member) -> Draft:
    """A draft among so many people, of which a few lines can be given a group."""

    def draft(people: int = 14, *, groups: tuple[str, ...] = (), key: str = KEY, **more: Any) -> Survey:
        asked = questionnaire(key)
        survey = Survey(
            key=key,
            version=asked.version,
            subject=asked.subject,
            network=network if asked.subject == "network" else None,
            **{"privacy": Privacy.ANONYMOUS, "closes_on": timezone.localdate() + timedelta(days=14), **more},
        )
        list_of = [
            Asked(f"lid{number:02}@example.org", f"Lid {number}", groups[number] if number < len(groups) else "")
            for number in range(people)
        ]
        return launching.save_draft(survey=survey, asked=list_of, actor=coordinator.actor)

    return draft


def launch(survey: Survey, by: Member) -> Survey:
    """Its mails wait."""
    asked = questionnaire(survey.key)
    return launching.launch(survey=survey, questionnaire=asked, actor=by.actor, today=timezone.localdate())


def mail_out(survey: Survey, seconds: float = 60.0) -> float | None:
    """What the task worker does with it."""
    return mailing.send_waiting(authority=survey.authority_id, survey=survey.pk, seconds=seconds)


@pytest.fixture
def launched(draft: Draft, coordinator: Member) -> Callable[..., tuple[Survey, dict[str, str]]]:
    """A survey that runs, with the code of every address."""

    def launched(*arguments: Any, **named: Any) -> tuple[Survey, dict[str, str]]:
        survey = launch(draft(*arguments, **named), coordinator)
        mail_out(survey)
        return survey, codes_in_mails()

    return launched


def send(
    survey: Survey, code: str, answers: Answers, texts: dict[str, str] | None = None, day: date | None = None
) -> None:
    answering.answer(survey=survey, code=code, answers=answers, texts=texts or {}, today=day or timezone.localdate())


def came_in(survey: Survey) -> list[sealing.Form]:
    """What lies in the envelopes."""
    forms = SealedAnswers.objects.filter(survey=survey)
    return [sealing.opened(survey, form.cell, form.answers) for form in forms]


@pytest.fixture
def closed(launched: Callable[..., tuple[Survey, dict[str, str]]], coordinator: Member) -> Callable[..., Survey]:
    """A closed survey in which these answers came in, in the order of the list."""

    def closed(given: list[Answers], texts: list[dict[str, str]] | None = None, **named: Any) -> Survey:
        survey, codes = launched(**named)
        for number, (address, answers) in enumerate(zip(sorted(codes), given, strict=False)):
            send(survey, codes[address], answers, texts[number] if texts else None)
        return launching.close(survey=survey, actor=coordinator.actor, today=timezone.localdate())

    return closed
