"""Which filled-in forms may somebody see? What is done, unless it is another person's own; and one's own drafts."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.questionnaires.definitions import catalogue
from regiewijzer.inquiry.questionnaires.definitions.values import Questionnaire
from regiewijzer.inquiry.questionnaires.models import Privacy, Sitting, Status, Subject, Way
from regiewijzer.inquiry.questionnaires.queries.own import as_asked
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network, began_at_latest, form_of
from regiewijzer.science.effect import age_in_months
from regiewijzer.science.facts import Form
from regiewijzer.science.scoring.selection import Called, Circumstances, stage_at

RELATED = ("network", "instrument", "person__user", "filled_by__user", "own__own")


def draft_of(position: Position, pk: int) -> Sitting:
    """Somebody's own draft; 404 for another's, 403 when they may no longer fill it in."""
    sitting = get_object_or_404(Sitting.objects.drafts_of(position).select_related(*RELATED), pk=pk)
    if sitting.network_id is not None:
        access_network(position, sitting.network_id, Right.EDIT_REGISTER)
    elif sitting.person_id is None and not position.may(Right.EDIT_REGISTER):
        raise PermissionDenied
    return sitting


def done_of(position: Position, pk: int) -> Sitting:
    """A form that is done and may be seen; 404 otherwise."""
    return get_object_or_404(Sitting.objects.seen_by(position).select_related(*RELATED), pk=pk)


def draft_or_done_of(position: Position, pk: int) -> Sitting:
    """A form that is done and may be seen, else somebody's own draft; 404 for neither."""
    done = Sitting.objects.seen_by(position).select_related(*RELATED).filter(pk=pk).first()
    return done or draft_of(position, pk)


def drafts_of(position: Position) -> QuerySet[Sitting]:
    """What somebody has not finished, latest saved first."""
    return Sitting.objects.drafts_of(position).select_related(*RELATED).order_by("-saved_at")


def done_with(position: Position, key: str) -> QuerySet[Sitting]:
    """Forms of one questionnaire that are done and may be seen, newest first."""
    return Sitting.objects.seen_by(position).filter(key=key).select_related(*RELATED)


def shared(key: str, *, network: int | None = None, instrument: int | None = None) -> QuerySet[Sitting]:
    """Forms of one questionnaire that are done and nobody's own, about one thing, newest first."""
    found = Sitting.objects.filter(status=Status.DONE, person=None, key=key, network=network, instrument=instrument)
    return found.select_related(*RELATED)


def like(position: Position, sitting: Sitting) -> QuerySet[Sitting]:
    """Other forms of the same questionnaire about the same thing, newest first."""
    same = {"subject": sitting.subject, "network": sitting.network_id, "instrument": sitting.instrument_id}
    found = done_with(position, sitting.key).filter(**same, person=sitting.person_id)
    return found.exclude(pk=sitting.pk)


def asked_in(sitting: Sitting) -> Questionnaire:
    """The questionnaire as this form asked it; Http404 when its file is gone."""
    try:
        if sitting.own is not None:
            return as_asked(sitting.own)
        return catalogue.questionnaire(sitting.key, sitting.version)
    except catalogue.UnknownQuestionnaire as gone:
        raise Http404(str(gone)) from gone


def asked_or_none(sitting: Sitting) -> Questionnaire | None:
    """The questionnaire as this form asked it; None when its file is gone."""
    try:
        return asked_in(sitting)
    except Http404:
        return None


def layers_beside(sitting: Sitting) -> list[Sitting]:
    """The form itself and, for each other layer, the latest of the same kind.

    Only forms that are nobody's own: what one layer said is compared with what another said.
    """
    if not sitting.layer or sitting.person_id is not None:
        return [sitting]
    others = Sitting.objects.filter(
        status=Status.DONE,
        person=None,
        key=sitting.key,
        version=sitting.version,
        own=sitting.own_id,
        network=sitting.network_id,
        instrument=sitting.instrument_id,
    )
    latest = {each.layer: each for each in others.exclude(layer=sitting.layer).order_by("held_on", "id")}
    return [sitting, *latest.values()]


def numbers_around(network: Network | None, day: date) -> Mapping[str, float]:
    """What is known of a network on a day, for patterns that ask for it."""
    months = _age(network, day)
    return {} if months is None else {"age_months": months}


def circumstances_of(sitting: Sitting, questionnaire: Questionnaire) -> Circumstances:
    """Stage, origin and form of the network, to say which criteria fit."""
    network = sitting.network
    if network is None:
        return Circumstances()
    period = form_of(network)
    return Circumstances(
        stage=stage_at(questionnaire.scheme.stages, _age(network, sitting.held_on)),
        origin=Called.MANDATED if network.mandated else Called.OWN,
        form=Form(period.form) if period else None,
    )


def promise(questionnaire: Questionnaire, way: Way) -> Privacy:
    """What whoever answers may count on. Alone or at a table nothing is anonymous, whatever a survey would be."""
    if questionnaire.private and way is Way.ALONE:
        return Privacy.CONFIDENTIAL
    return questionnaire.privacy if way in (Way.SURVEY, Way.WORKSHOP) else Privacy.NAMED


def subject_name(sitting: Sitting) -> str:
    """What the form is about, in a name; empty for the authority and for a person."""
    if sitting.subject == Subject.NETWORK:
        return str(sitting.network)
    return str(sitting.instrument) if sitting.subject == Subject.INSTRUMENT else ""


def _age(network: Network | None, day: date) -> int | None:
    began = began_at_latest(network, day) if network else None
    return age_in_months(began, day) if began else None
