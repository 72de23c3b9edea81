"""Making a copy of a questionnaire one's own: other words, more questions. Every change makes a new version."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.inquiry.questionnaires.definitions.values import Questionnaire
from regiewijzer.inquiry.questionnaires.models import OwnQuestionnaire, OwnVersion
from regiewijzer.inquiry.questionnaires.queries.own import newest_of
from regiewijzer.register.records.actions import Conflict


@transaction.atomic
def copy(*, questionnaire: Questionnaire, name: str, by: Position) -> OwnQuestionnaire:
    """An own copy of a questionnaire, which asks the same until it is changed."""
    own = OwnQuestionnaire(authority_id=by.authority_id, key=questionnaire.key, name=name)
    own.save(force_insert=True)
    _add_version(own, by, base_version=questionnaire.version, wordings={}, added=[])
    changes: audit.Changes = {"name": [None, name], "questionnaire": [None, str(questionnaire.title)]}
    audit.record(actor=by.actor, verb=Verb.CREATED, kind=OwnQuestionnaire.KIND, pk=own.pk, changes=changes)
    return own


@transaction.atomic
def reword(
    *, own: OwnQuestionnaire, name: str, wordings: Mapping[str, Mapping[str, str]], seen_version: int, by: Position
) -> OwnVersion:
    """Other words for questions, as a new version; the former stays with what was filled in. A name changes at once.

    Conflict when somebody else made a version since `seen_version`; nothing was saved.
    """
    former = _latest(own)
    if former.number != seen_version:
        raise Conflict
    changes: audit.Changes = {"name": [own.name, name]} if name != own.name else {}
    if name != own.name:
        own.name = name
        own.save(update_fields=["name"])
    version = former
    if dict(wordings) != former.wordings:
        version = _add_version(own, by, former=former, wordings={key: dict(value) for key, value in wordings.items()})
        changes["version"] = [former.number, version.number]
    if changes:
        audit.record(actor=by.actor, verb=Verb.CHANGED, kind=OwnQuestionnaire.KIND, pk=own.pk, changes=changes)
    return version


@transaction.atomic
def add_question(*, own: OwnQuestionnaire, question: Mapping[str, Any], by: Position) -> OwnVersion:
    """One more question, as a new version. Its id is made here and never given again."""
    former = _latest(own)
    added = [*former.added, {**question, "id": f"own.{_next_number(own)}"}]
    return _changed(own, by, former, added)


@transaction.atomic
def remove_question(*, own: OwnQuestionnaire, item: str, by: Position) -> OwnVersion:
    """Ask one question of one's own no longer, as a new version; what was answered to it stays."""
    former = _latest(own)
    return _changed(own, by, former, [each for each in former.added if each["id"] != item])


@transaction.atomic
def archive(*, own: OwnQuestionnaire, actor: Actor) -> OwnQuestionnaire:
    """Offer the copy no longer; what was filled in stays."""
    return _put_away(own, actor, archived=True)


@transaction.atomic
def restore(*, own: OwnQuestionnaire, actor: Actor) -> OwnQuestionnaire:
    """Offer the copy again."""
    return _put_away(own, actor, archived=False)


def _put_away(own: OwnQuestionnaire, actor: Actor, *, archived: bool) -> OwnQuestionnaire:
    own.archived_at = timezone.now() if archived else None
    own.save(update_fields=["archived_at"])
    verb = Verb.ARCHIVED if archived else Verb.RESTORED
    audit.record(actor=actor, verb=verb, kind=OwnQuestionnaire.KIND, pk=own.pk)
    return own


def _changed(own: OwnQuestionnaire, by: Position, former: OwnVersion, added: list[dict[str, Any]]) -> OwnVersion:
    version = _add_version(own, by, former=former, added=added)
    changes: audit.Changes = {"version": [former.number, version.number]}
    audit.record(actor=by.actor, verb=Verb.CHANGED, kind=OwnQuestionnaire.KIND, pk=own.pk, changes=changes)
    return version


def _add_version(own: OwnQuestionnaire, by: Position, former: OwnVersion | None = None, **what: Any) -> OwnVersion:
    before = {name: getattr(former, name) for name in ("base_version", "wordings", "added")} if former else {}
    version = OwnVersion(
        authority_id=own.authority_id,
        own=own,
        number=former.number + 1 if former else 1,
        made_by=by,
        **{**before, **what},
    )
    version.save(force_insert=True)
    return version


def _next_number(own: OwnQuestionnaire) -> int:
    """One more than any question of its versions ever had, so that no id gets a second meaning."""
    ids = [each["id"] for version in own.versions.all() for each in version.added]
    return 1 + max((int(name.removeprefix("own.")) for name in ids), default=0)


def _latest(own: OwnQuestionnaire) -> OwnVersion:
    """The version in use, while nobody else can make another."""
    OwnQuestionnaire.objects.select_for_update().get(pk=own.pk)
    return newest_of(own)
