"""Building the example authorities around a day, and taking them away again."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor, Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.links import VALID_FOR, hash_of, new_code
from regiewijzer.foundation.rights import Right
from regiewijzer.foundation.team.actions import delete_authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.example.actions.asking import hold_what_was_measured, prepare, take_test
from regiewijzer.overview.example.files import AUTHORITIES, CONTENT, STORY_DAY, Example, Merged, moved, read_example
from regiewijzer.overview.exchange.actions import save_plan
from regiewijzer.overview.exchange.queries import planned
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.overlaps.actions import merge_networks, take_back
from regiewijzer.register.confirmations.models import Confirmation
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.sheets.mistakes import Note
from regiewijzer.register.networks import actions as networks
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation, Person, Scheme, clean_number
from regiewijzer.tools.roles import public as roles

NOT_READ = (Note.SHEET_NOT_READ, Note.COLUMN_NOT_READ)  # our own files hold nothing that is not ours


class NameTaken(Exception):
    """An authority that is no example has the address of one; nothing was built."""


@transaction.atomic
def build_example(*, today: date) -> Authority:
    """Build every example authority that is not there yet, and give back the one to look at.

    It is dated as on `today`. ValueError when its files hold mistakes.
    """
    examples = [moved(read_example(CONTENT / name), today - STORY_DAY) for name in AUTHORITIES]
    standing = [_standing(example) for example in examples]
    built = [there or _build(example, today) for there, example in zip(standing, examples, strict=True)]
    return built[0]


def build_example_if_missing(*, today: date) -> bool:
    """Build the example unless all of it stands; True when something was built."""
    if Authority.objects.filter(is_example=True, slug__in=AUTHORITIES).count() == len(AUTHORITIES):
        return False
    build_example(today=today)
    return True


@transaction.atomic
def remove_example() -> int:
    """Delete the example authorities with all they hold, and the people who work nowhere else.

    Returns how many authorities went. Runs as the owner of the tables: the audit trail refuses everybody else.
    """
    authorities = list(Authority.objects.filter(is_example=True))
    for authority in authorities:
        delete_authority(authority=authority)
    return len(authorities)


def _standing(example: Example) -> Authority | None:
    """This authority when it was built before."""
    authority = Authority.objects.filter(slug=example.authority.slug).first()
    if authority is not None and not authority.is_example:
        raise NameTaken(f"“{authority.name}” uses the address “{authority.slug}” and is no example.")
    return authority


def _build(example: Example, today: date) -> Authority:
    """Bring its files in as whoever keeps the register would, then say who works on what."""
    authority = _founded(example)
    with inside(authority.pk):
        positions = {each.name: _position(each.email, each.name, each.role, authority) for each in example.people}
        system_actor = next(each.actor for each in positions.values() if each.may(Right.EDIT_REGISTER))
        plan = planned(example.sheets, today)
        if plan.mistakes or any(remark.note in NOT_READ for remark in plan.remarks):
            raise ValueError(wording.plan_in_words(plan))
        save_plan(plan=plan, digest=plan.digest, actor=system_actor, today=today, file=authority.slug)
        _give_tasks(example, positions, system_actor)
        _ask_partners(example, positions)
        hold_what_was_measured(
            surveys_by=_first(positions, Right.EDIT_REGISTER), workshops_by=_first(positions, Right.FACILITATE)
        )
        refresh(authority=authority, today=today)
    return authority


def _ask_partners(example: Example, positions: dict[str, Position]) -> None:
    """Who was asked whether a seat is still right, and what they answered. Nobody holds the links."""
    for each in example.answered:
        Confirmation.objects.create(
            authority_id=positions[each.asked].authority_id,
            membership=Membership.objects.get(network__name=each.network, organisation__name=each.partner, ended=None),
            person=Person.objects.get(name=each.person, organisation__name=each.partner),
            asked_on=each.on,
            expires_on=each.on + VALID_FOR,
            code_hash=hash_of(new_code()),
            made_by=positions[each.asked],
            answered_on=each.on if each.still else None,
            still=each.still,
            comes=each.comes,
            other_name=each.other_name,
            does=each.does,
            other_action=each.other_action,
        )


def _first(positions: dict[str, Position], right: Right) -> Position:
    """Who does this work, the one with the fewest other rights."""
    able = [position for position in positions.values() if position.may(right)]
    return min(able, key=lambda position: sum(position.may(each) for each in Right))


def _founded(example: Example) -> Authority:
    described = example.authority
    number = clean_number(Scheme.KBO, described.kbo)
    return Authority.objects.create(
        slug=described.slug,
        name=described.name,
        service=described.service,
        kbo=number,
        accent=described.accent,
        is_example=True,
    )


def _position(email: str, name: str, role: str, authority: Authority) -> Position:
    """Nobody has a password: entry is by one click. Somebody who works in another example keeps one account."""
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, name)
    return Position.objects.create(authority=authority, user=user, role=role)


def _give_tasks(example: Example, positions: dict[str, Position], system_actor: Actor) -> None:
    """Who manages which network, for which organisation a guest works, and who took which decisions."""
    for colleague in example.people:
        position = positions[colleague.name]
        for managed in colleague.manages:
            network = Network.objects.get(name=managed.network)
            networks.give_manager(network=network, position=position, actor=system_actor, started=managed.since)
        if colleague.works_for:
            organisation = Organisation.objects.get(name=colleague.works_for)
            networks.seat_guest(position=position, organisation=organisation, actor=system_actor)
        Decision.objects.filter(name__in=colleague.decided).update(decided_by=position)
        if colleague.offers or colleague.beginner:
            offered = {each.role.value: each.gladly for each in colleague.offers}
            roles.offer(position=position, gladly=offered, beginner=colleague.beginner)
        if colleague.strong:
            take_test(colleague.strong, position)
        for prepared in colleague.prepares:
            prepare(prepared, by=position)
        for merged in colleague.merges:
            _merge(merged, position.actor)


def _merge(merged: Merged, actor: Actor) -> None:
    """One network goes into another on its day; taken back when the example says so."""
    goes, stays = (Network.objects.get(name=name) for name in (merged.network, merged.into))
    seen = (stays.version, goes.version)
    merge = merge_networks(
        stays=stays, goes=goes, goal="", day=merged.on, seen=seen, actor=actor, now=_noon(merged.decided)
    )
    if merged.taken_back and not take_back(
        merge=merge, today=merged.taken_back, actor=actor, now=_noon(merged.taken_back)
    ):
        raise ValueError(f"“{merged.network}” cannot be taken back from “{merged.into}”")


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
