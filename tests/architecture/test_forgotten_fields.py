"""What can be edited of a record is in its form, its sheet, its trail and its page, or its reason stands here."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.functional import Promise

from regiewijzer.overview.dossier.sections import SAID_ELSEWHERE
from regiewijzer.overview.exchange.tables import TABLES
from regiewijzer.register.challenges.views import SCREENS as CHALLENGES
from regiewijzer.register.decisions.views import SCREENS as DECISIONS
from regiewijzer.register.exchange.tables.records import RecordTable
from regiewijzer.register.instruments.views import SCREENS as INSTRUMENTS
from regiewijzer.register.meetings.views import ACTIONS, MEETINGS
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.views.networks import SCREENS as NETWORKS
from regiewijzer.register.networks.views.persons import SCREENS as PERSONS
from regiewijzer.register.organisations.views import ORGANISATIONS
from regiewijzer.register.records.models import Record

Field = models.Field[Any, Any]
FORMS = {
    screens.form._meta.model: screens.form
    for screens in (ACTIONS, CHALLENGES, DECISIONS, INSTRUMENTS, MEETINGS, NETWORKS, ORGANISATIONS, PERSONS)
}
SHEETS = {table.model: table.sheet for table in TABLES if isinstance(table, RecordTable)}
PAGES = (
    "overview/dossier",
    "overview/meetings",
    "overview/findings/templates/findings/decision.html",
    "overview/findings/queries",
)
NOT_IN_FORM = {
    "decision.organisation": "comes with the finding that a decision answers, or with a workbook",
    "person.colleague": "is said on a page of its own, by who sees mandates",
    "meeting.minutes": "are written on a page of their own, and settled there",
    "meeting.series": "comes with the form that plans a series",
    "meeting.approved_on": "comes with the approval at the next meeting",
}
NOT_ON_PAGE = {
    "challenge.themes": "the list of challenges is narrowed by them",
    "decision.as_of": "the days on which it was decided and looked at again say more",
    "meeting.as_of": "the day it is held on says more",
    "action.as_of": "the days by which it is due and on which it was done say more",
    "organisation.is_own": "says which organisation the authority is; the lists and counts leave it out by it",
    "instrument.communicative": "the four shares are shown as one mix",
    "instrument.market": "the four shares are shown as one mix",
    "instrument.financial": "the four shares are shown as one mix",
    "instrument.legal": "the four shares are shown as one mix",
    "instrument.ended": "an instrument that ended has that status",
}


def _records() -> list[type[Record]]:
    return [model for model in apps.get_models() if issubclass(model, Record)]


def _editable(model: type[Record]) -> Iterator[Field]:
    return (field for field in model._meta.concrete_fields if field.editable and not field.primary_key)


FIELDS = {f"{model.KIND}.{field.name}": (model, field) for model in _records() for field in _editable(model)}


def _sources() -> str:
    files = [found for page in PAGES for found in _files(page)]
    return "\n".join(file.read_text() for file in files)


def _files(page: str) -> list[Any]:
    place = settings.PACKAGE / page
    return [place] if place.is_file() else [*place.rglob("*.html"), *place.rglob("*.py")]


def _is_shown(kind: str, field: str, sources: str) -> bool:
    """Whether a page asks the record for the field; the mark of an old record is given the whole record.

    The dossier of a network shows whatever is not said elsewhere in it.
    """
    if kind == Network.KIND and field not in SAID_ELSEWHERE:
        return True
    by_name = re.search(rf"\b{kind}\.(get_)?{field}", sources)
    return by_name is not None or (field == "as_of" and f'<c-as-of :record="{kind}"' in sources)


def _forgotten(found: Mapping[str, bool], reasons: Mapping[str, str]) -> list[str]:
    """What is nowhere and has no reason, and every reason that is needed no more."""
    gone = [name for name, there in found.items() if not there and name not in reasons]
    needless = [name for name in reasons if found.get(name, True)]
    return [*gone, *(f"{name}: needs no reason" for name in needless)]


def test_every_record_is_looked_at() -> None:
    assert set(FORMS) == set(SHEETS) == set(_records())
    assert len(FIELDS) > 50


def test_what_can_be_edited_is_in_the_form() -> None:
    found = {name: field.name in FORMS[model].base_fields for name, (model, field) in FIELDS.items()}

    assert _forgotten(found, NOT_IN_FORM) == []


def test_what_can_be_edited_is_a_column_of_its_sheet() -> None:
    columns = {model: {column.key for column in sheet.columns} for model, sheet in SHEETS.items()}
    found = {name: field.name in columns[model] for name, (model, field) in FIELDS.items()}

    assert _forgotten(found, {}) == []


def test_what_can_be_edited_has_a_word_for_the_trail() -> None:
    found = {name: isinstance(field.verbose_name, Promise) for name, (_model, field) in FIELDS.items()}

    assert _forgotten(found, {}) == []


def test_what_can_be_edited_is_on_the_page_of_its_record() -> None:
    sources = _sources()
    found = {name: _is_shown(model.KIND, field.name, sources) for name, (model, field) in FIELDS.items()}

    assert _forgotten(found, NOT_ON_PAGE) == []


@pytest.mark.parametrize("missing", ["network.name", "decision.organisation"])
def test_a_forgotten_field_is_told(missing: str) -> None:
    found = {name: name != missing for name in FIELDS}

    assert _forgotten(found, {}) == [missing]
    assert _forgotten(dict.fromkeys(FIELDS, True), {missing: "no reason"}) == [f"{missing}: needs no reason"]
