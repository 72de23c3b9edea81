"""Putting in the networks of an example: goals and forms with their dates, members of now and then, and who sits there.

Members are many, so they are written together, with one line in the audit trail per network.
"""

from collections.abc import Iterable

from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.town import NetworkTold, Period
from regiewijzer.register.networks.actions import add_network, take_form, word_goal
from regiewijzer.register.networks.models import Delegate, FormPeriod, Membership, Network


def add_networks(story: Story, stage: Stage) -> None:
    """Every network with all that hangs on it."""
    for told in story.networks:
        stage.networks[told.name] = network = _network(told, stage)
        _join(told, network, stage)
    _seat(story, stage)


def _network(told: NetworkTold, stage: Stage) -> Network:
    network = Network(
        name=told.name,
        challenge=stage.challenges.get(told.challenge),
        themes=list(told.themes),
        target_groups=list(told.target_groups),
        territory=told.territory,
        origin=told.origin,
        mandated_by=told.mandated_by,
        started=told.started,
        ended=told.ended,
        meetings_per_year=told.meetings_per_year,
        hours_per_year=told.hours_per_year,
        note=told.note,
        as_of=told.as_of,
    )
    add_network(network=network, goal="", actor=stage.keeper)
    for goal in told.goals:
        word_goal(network=network, text=goal.text, valid_from=goal.since, actor=stage.keeper)
    for period in told.forms:
        _take_form(period, network, stage)
    return network


def _take_form(period: Period, network: Network, stage: Stage) -> None:
    lead = stage.organisations.get(period.lead)
    taken = take_form(network=network, form=period.form, lead=lead, started=period.since, actor=stage.keeper)
    if period.until is not None:
        FormPeriod.objects.filter(pk=taken.pk).update(ended=period.until)


def _join(told: NetworkTold, network: Network, stage: Stage) -> None:
    Membership.objects.bulk_create(
        Membership(
            authority=stage.authority,
            network=network,
            organisation=stage.organisations[seat.who],
            role=seat.role,
            action=seat.action,
            started=seat.since or told.started,
            ended=seat.until,
        )
        for seat in told.members
    )
    names = [seat.who for seat in told.members]
    audit.record(
        actor=stage.keeper, verb=Verb.CHANGED, kind=Network.KIND, pk=network.pk, changes={"member": [None, names]}
    )


def _seat(story: Story, stage: Stage) -> None:
    """Who sits where: in the membership that holds, or else the last one that held."""
    memberships = Membership.objects.select_related("network", "organisation").order_by("ended")  # those that hold last
    tables = {(each.organisation.name, each.network.name): each for each in memberships}
    seats = [
        (tables[team.organisation, network], worker.name)
        for team in story.teams
        for worker in team.people
        for network in worker.sits_in
    ]
    Delegate.objects.bulk_create(
        Delegate(authority=stage.authority, membership=membership, person=stage.persons[name])
        for membership, name in seats
    )
    _note_delegates((membership for membership, _ in seats), stage)


def _note_delegates(memberships: Iterable[Membership], stage: Stage) -> None:
    sending: dict[int, list[str]] = {}
    for membership in memberships:
        sending.setdefault(membership.network_id, []).append(membership.organisation.name)
    for network, names in sending.items():
        changes = {"delegate": [None, names]}
        audit.record(actor=stage.keeper, verb=Verb.CHANGED, kind=Network.KIND, pk=network, changes=changes)
