"""What does this week ask of a partner with an account?"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from regiewijzer.overview.week.queries.rows import MOST_ROWS, Part, Reader, Row, action_row, on_day
from regiewijzer.register.meetings.models import Action, Meeting
from regiewijzer.register.networks.models import GuestSeat, Management, Membership
from regiewijzer.register.networks.queries import (
    networks_of_guest,
)


def of_guest(reader: Reader) -> Iterable[Part]:
    networks = list(networks_of_guest(reader.position).order_by("name"))
    seat = GuestSeat.objects.in_current_employment().filter(position=reader.position).first()
    ours = Membership.objects.sitting(reader.today).filter(network__in=networks).select_related("network")
    seats = list(ours.filter(organisation=seat.organisation_id).order_by("network__name")) if seat else []
    yield Part(
        _("Our seats, and what we promised"),
        tuple(
            Row(each.network.name, reader.to("guest_network", each.network_id), each.action or _("no promise yet"))
            for each in seats
        ),
        _("Your organisation sits in no network yet. Ask whoever invited you."),
        first=True,
    )
    to_do = Action.objects.open().filter(network__in=networks)
    actions = (
        to_do.filter(organisation=seat.organisation_id).select_related("network", "person") if seat else to_do.none()
    )
    yield Part(
        _("Our actions"),
        tuple(
            action_row(reader, each, url=reader.to("guest_network", each.network_id or 0))
            for each in actions[:MOST_ROWS]
        ),
        _("No action is on the name of your organisation."),
        late=sum(each.is_overdue(reader.today) for each in actions),
    )
    meetings = Meeting.objects.to_come(reader.today).filter(network__in=networks).select_related("network")
    yield Part(
        _("Meetings to come"),
        tuple(
            Row(each.network.name, "", f"{on_day(each.held_on)}, {each.starts:%H:%M}") for each in meetings[:MOST_ROWS]
        ),
        _("No meeting is planned."),
    )
    managers = Management.objects.in_current_employment().filter(network__in=networks)
    called = managers.select_related("position__user", "network").order_by("network__name", "position__user__name")
    yield Part(
        _("Whom to call"),
        tuple(
            Row(each.position.user.name, f"mailto:{each.position.user.email}", each.network.name)
            for each in called[:MOST_ROWS]
        ),
    )
