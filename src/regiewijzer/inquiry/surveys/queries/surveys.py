"""Which surveys are there, who may see or lead one, and what does each ask?"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Right
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires import public as questionnaires
from regiewijzer.inquiry.questionnaires.public import Part, Questionnaire, Subject, Way
from regiewijzer.inquiry.surveys.models import Delivery, Invitee, State, Survey
from regiewijzer.inquiry.surveys.wording import REST_TITLE
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import may_on_network, members_of, networks_of_manager
from regiewijzer.science.release import REST, fixed_partition

RELATED = ("network", "instrument", "own__own", "made_by__user")


def surveys_for(position: Position) -> QuerySet[Survey]:
    """What was launched, and the drafts this person may work on, newest first."""
    found = Survey.objects.select_related(*RELATED)
    if position.may(Right.EDIT_REGISTER):
        return found
    return found.filter(Q(network__in=networks_of_manager(position)) | ~Q(state=State.DRAFT))


def survey_of(position: Position, pk: int) -> Survey:
    """A survey this person may see; 404 otherwise."""
    return get_object_or_404(surveys_for(position), pk=pk)


def survey_to_lead(position: Position, pk: int) -> Survey:
    """A survey this person may launch and close; 404 when not theirs to see, 403 when not theirs to lead."""
    found = survey_of(position, pk)
    if not may_lead(position, found.network):
        raise PermissionDenied
    return found


def may_lead(position: Position, network: Network | None) -> bool:
    """Who may change the register, and the manager of the network."""
    if network is None:
        return position.may(Right.EDIT_REGISTER)
    return may_on_network(position, network, Right.EDIT_REGISTER)


def may_start(position: Position) -> bool:
    """Whether there is anything this person may ask about."""
    return position.may(Right.EDIT_REGISTER) or networks_of_manager(position).exists()


def about_network(network: int) -> QuerySet[Survey]:
    """What was asked about a network, newest first; drafts are for who may lead them."""
    return Survey.objects.launched().filter(network=network).select_related(*RELATED)


def running_about(networks: QuerySet[Network], *, without_network: bool) -> QuerySet[Survey]:
    """Surveys that take answers now, about these networks; with those about none where that is asked."""
    about = Q(network__in=networks.values("pk"))
    about |= Q(network=None) if without_network else Q()
    return Survey.objects.filter(about, state=State.OPEN).select_related("authority", *RELATED)


@contextmanager
def opened(town: str, address: str) -> Iterator[Survey]:
    """A launched survey by its public address, inside the wall of its authority; 404 for anything else.

    The address names the authority, so nothing behind the wall is read to find it.
    """
    authority = get_object_or_404(Authority, slug=town)
    with inside(authority.pk):
        found = Survey.objects.launched().select_related("authority", *RELATED)
        yield get_object_or_404(found, address=address)


def mailable(pk: int, today: date) -> Survey | None:
    """A running survey of which mails may go out today."""
    running = Survey.objects.filter(pk=pk, state=State.OPEN, closes_on__gte=today)
    return running.select_related("authority", *RELATED).first()


def asked_in(survey: Survey) -> Questionnaire:
    """The questionnaire as this survey asks it; Http404 when its file is gone."""
    try:
        return questionnaires.questionnaire(survey.key, survey.version, survey.own_id)
    except questionnaires.UnknownQuestionnaire as gone:
        raise Http404(str(gone)) from gone


def asked_or_none(survey: Survey) -> Questionnaire | None:
    """The same; None when its file is gone."""
    try:
        return asked_in(survey)
    except Http404:
        return None


def parts_of(survey: Survey, questionnaire: Questionnaire) -> tuple[Part, ...]:
    """The questions in order. A survey asks for no evidence: what somebody saw tells who they are."""
    parts = questionnaires.parts_of(questionnaire, seed=survey.pk)
    return tuple(
        replace(part, questions=tuple(replace(each, evidence=None) for each in part.questions)) for part in parts
    )


def askable(position: Position) -> list[tuple[str, Questionnaire]]:
    """What this person can ask by survey, by the value a form sends: the catalogue first, then copies of one's own."""
    shipped = [(each.key, each) for each in questionnaires.questionnaires()]
    copies = (questionnaires.copy_of(own) for own in questionnaires.own_questionnaires())
    own = [(f"own-{each.own.pk}", each.questionnaire) for each in copies]
    everything = position.may(Right.EDIT_REGISTER)
    return [
        (value, each)
        for value, each in (*shipped, *own)
        if Way.SURVEY in each.ways and (everything or each.subject is Subject.NETWORK)
    ]


def networks_open_to(position: Position) -> list[tuple[str, int]]:
    """Name and key of the networks this person may ask about."""
    if position.may(Right.EDIT_REGISTER):
        found: QuerySet[Network] = Network.objects.running(timezone.localdate())
    else:
        found = networks_of_manager(position)
    return list(found.order_by("name").values_list("name", "pk"))


def instruments_open_to(position: Position) -> list[tuple[str, int]]:
    """Name and key of the instruments this person may ask about."""
    if not position.may(Right.EDIT_REGISTER):
        return []
    return list(Instrument.objects.current().order_by("name").values_list("name", "pk"))


def subject_name(survey: Survey) -> str:
    """What the survey is about, in a name; empty for the authority itself."""
    about = survey.network or survey.instrument
    return str(about) if about else ""


def cell_title(cell: str, questionnaire: Questionnaire) -> str:
    """A cell in words: a layer, a group as it was typed, or the small ones together."""
    if cell == REST:
        return str(REST_TITLE)
    layer = questionnaire.layers.get(cell)
    return str(layer) if layer else cell


def partition_of(survey: Survey, questionnaire: Questionnaire) -> list[tuple[str, int]]:
    """The groups that will be shown apart, with how many are asked in each; empty when there are none."""
    asked = Counter(survey.invitees.values_list("cell", flat=True))
    cells = fixed_partition(asked) if survey.is_draft else {cell: cell for cell in survey.cells}
    sizes: Counter[str] = Counter()
    for group, cell in cells.items():
        sizes[cell] += asked[group]
    return [(cell_title(cell, questionnaire), people) for cell, people in sorted(sizes.items())]


@dataclass(frozen=True, slots=True)
class Post:
    """What became of the mails, and how many reminders still wait. Nothing about answers."""

    failed: list[Invitee]
    counts: Counter[str]
    reminders: int

    @property
    def sent(self) -> int:
        return self.counts[Delivery.SENT]

    @property
    def waiting(self) -> int:
        return self.counts[Delivery.WAITING]


def post_of(survey: Survey) -> Post:
    invitees = list(survey.invitees.all())
    failed = [each for each in invitees if each.delivery == Delivery.FAILED]
    reminders = sum(each.reminder_waits for each in invitees)
    return Post(failed, Counter(each.delivery for each in invitees), reminders)


@dataclass(frozen=True, slots=True)
class Reachable:
    """Who can be asked about a network: people with an address, and partners without anybody to write to."""

    lines: tuple[str, ...]
    without: tuple[str, ...]


def reachable(network: Network) -> Reachable:
    """The persons who sit in the network, as lines for the list; each address once."""
    lines: dict[str, str] = {}
    without = []
    for membership in members_of(network):
        persons = [seat.person for seat in membership.delegates.all() if seat.person.email]
        if not persons:
            without.append(membership.organisation.name)
        for person in persons:
            lines.setdefault(person.email.lower(), f"{person.name} <{person.email}>")
    return Reachable(tuple(lines.values()), tuple(without))
