"""Founding an example authority, with the people who have an account. Nobody has a password: entry is by one click."""

from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.town import AuthorityTold, Colleague
from regiewijzer.register.networks import actions as networks
from regiewijzer.register.organisations.models import Scheme, clean_number


def found_authority(told: AuthorityTold) -> Authority:
    """The authority, marked as an example."""
    number = clean_number(Scheme.KBO, told.kbo)
    return Authority.objects.create(
        slug=told.slug, name=told.name, service=told.service, kbo=number, accent=told.accent, is_example=True
    )


def take_positions(people: tuple[Colleague, ...], authority: Authority) -> dict[str, Position]:
    """Their positions by name; somebody who works in another example keeps one account."""
    return {each.name: _position(each, authority) for each in people}


def _position(colleague: Colleague, authority: Authority) -> Position:
    user = User.objects.filter(email=colleague.email).first()
    if user is None:
        user = User.objects.create_user(colleague.email, colleague.name)
    return Position.objects.create(authority=authority, user=user, role=colleague.role)


def give_tasks(story: Story, stage: Stage) -> None:
    """Say who manages which network, and for which organisation a guest works."""
    for colleague in story.people:
        position = stage.positions[colleague.name]
        for managed in colleague.manages:
            network = stage.networks[managed.network]
            networks.give_manager(network=network, position=position, actor=stage.keeper, started=managed.since)
        if colleague.works_for:
            organisation = stage.organisations[colleague.works_for]
            networks.seat_guest(position=position, organisation=organisation, actor=stage.keeper)
