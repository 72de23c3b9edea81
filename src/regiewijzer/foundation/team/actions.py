"""Inviting people, giving roles, and taking them away."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta
from itertools import chain, count
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from regiewijzer.foundation.accounts.adapters import resealed, sealer
from regiewijzer.foundation.accounts.models import Actor, Invitation, Position, User
from regiewijzer.foundation.accounts.queries import open_sessions
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import RESERVED_SLUGS, Authority
from regiewijzer.foundation.rights import Right, Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.science.names import without_accents

VALID_FOR = timedelta(days=7)
ASKED, ASKED_VALID_FOR = "regiewijzer.team.asked", timedelta(days=1)
LONGEST_SLUG = 50
POSITION = "position"
SETTINGS_OF_AUTHORITY = ("name", "service", "accent", "second_step", "asks_partners", "limits")


class LastAdministrator(Exception):
    """An authority keeps at least one administrator."""


class InvitationGone(Exception):
    """The invitation was used, has expired, or never existed: the answer is the same."""


class InvitedAnother(Exception):
    """The invitation was sent to another address than that of whoever took it up; nothing was saved."""


class SettingsMoved(Exception):
    """Somebody else saved the settings after they were read; nothing was saved."""


@transaction.atomic
def invite(*, authority: Authority, email: str, role: str, actor: Actor) -> tuple[Invitation, str]:
    """An invitation and its code; only the hash of the code is kept. A former invitation of this address ends."""
    Invitation.objects.filter(authority=authority, email__iexact=email, used_at=None).delete()
    code = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        authority=authority,
        email=email.lower(),
        role=role,
        code_hash=hash_of(code),
        invited_by_id=actor.position_id,
        expires_at=timezone.now() + VALID_FOR,
    )
    audit.record(actor=actor, verb=Verb.INVITED, kind=POSITION, pk=None, changes={"role": [None, role]})
    return invitation, code


@transaction.atomic
def withdraw(*, invitation: Invitation, actor: Actor) -> None:
    """Take an invitation back before it is used."""
    invitation.delete()
    audit.record(actor=actor, verb=Verb.REMOVED, kind="invitation", pk=None, changes={"role": [invitation.role, None]})


def find_invitation(code: str) -> Invitation:
    """The open invitation with this code, or InvitationGone."""
    found = Invitation.objects.select_related("authority").filter(code_hash=hash_of(code)).first()
    if found is None or not found.open:
        raise InvitationGone
    return found


@transaction.atomic
def accept(*, code: str, user: User) -> Position:
    """Take up the position the invitation offers. InvitationGone when it was used meanwhile.

    InvitedAnother when it was sent to somebody else, LastAdministrator when it offers the last administrator a lesser
    role.
    """
    invitation = find_invitation(code)
    if invitation.email.lower() != user.email.lower():
        raise InvitedAnother
    _one_at_a_time(invitation.authority_id)
    claimed = Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=timezone.now())
    if not claimed:
        raise InvitationGone
    held = Position.objects.active().filter(authority=invitation.authority, user=user).first()
    if held is not None:
        _keep_an_administrator(held, invitation.role)
    stay = {} if held else {"since": timezone.now(), "ended_at": None}
    position, _made = Position.objects.update_or_create(
        authority=invitation.authority, user=user, defaults={"role": invitation.role, **stay}
    )
    verb, before = (Verb.CHANGED, held.role) if held else (Verb.CREATED, None)
    with inside(position.authority_id):
        changes: audit.Changes = {"role": [before, position.role]}
        audit.record(actor=position.actor, verb=verb, kind=POSITION, pk=position.pk, changes=changes)
    return position


@transaction.atomic
def open_account(*, code: str, name: str, password: str) -> User:
    """An account for the address that was invited, which the invitation proves."""
    invitation = find_invitation(code)
    user = User.objects.create_user(invitation.email, name, password)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


def seal_request(*, name: str, email: str) -> str:
    """What a visitor asked for, to be mailed: nothing is kept until the address proves itself by coming back."""
    return signing.dumps([name, email], salt=ASKED, compress=True)


def opened_request(sealed: str) -> tuple[str, str]:
    """Name of the authority and address in such a link. InvitationGone when it is old, or not one of ours."""
    try:
        name, email = signing.loads(sealed, salt=ASKED, max_age=ASKED_VALID_FOR)
    except (signing.BadSignature, ValueError) as wrong:
        raise InvitationGone from wrong
    return str(name), str(email)


@transaction.atomic
def begin_own(*, name: str, person: str, email: str, password: str) -> Position:
    """An authority of one's own with its first administrator. ValidationError in words.

    On one's own machine nobody has to prove the address; on a server it was proven by a mailed link.
    """
    slug = free_slug(name)
    _authority, code = first_administrator(slug=slug, name=name, email=email)
    return accept(code=code, user=open_account(code=code, name=person, password=password))


def free_slug(name: str) -> str:
    """The first word of the addresses of an authority, made of its name; a number behind it when somebody has it."""
    plain = slugify(without_accents(name))[:LONGEST_SLUG].strip("-") or "bestuur"
    taken = set(Authority.objects.filter(slug__startswith=plain).values_list("slug", flat=True))
    numbered = (f"{plain}-{number}" for number in count(2))
    for slug in chain([plain], numbered):
        if slug not in taken and slug not in RESERVED_SLUGS:
            return slug
    raise AssertionError


@transaction.atomic
def give_role(*, position: Position, role: str, actor: Actor) -> Position:
    """Another role; the last administrator stays one."""
    _one_at_a_time(position.authority_id)
    position.refresh_from_db(fields=["role", "ended_at"])
    _keep_an_administrator(position, role)
    before, position.role = position.role, role
    position.save(update_fields=["role"])
    if not position.may(Right.MANAGE_PEOPLE):
        _withdraw_all_of(position)
    audit.record(actor=actor, verb=Verb.CHANGED, kind=POSITION, pk=position.pk, changes={"role": [before, role]})
    return position


@transaction.atomic
def end_position(*, position: Position, actor: Actor) -> Position:
    """The person leaves the authority; what they decided keeps their name."""
    _one_at_a_time(position.authority_id)
    position.refresh_from_db(fields=["role", "ended_at"])
    _keep_an_administrator(position, None)
    position.ended_at = timezone.now()
    position.save(update_fields=["ended_at"])
    _withdraw_all_of(position)
    audit.record(actor=actor, verb=Verb.ENDED, kind=POSITION, pk=position.pk)
    return position


@transaction.atomic
def erase(*, position: Position, actor: Actor) -> None:
    """Take a colleague away for good. What they did stays, signed by nobody: the trail keeps a code without a name.

    The account goes too when it has no position in another authority. LastAdministrator as with `end_position`.
    """
    _one_at_a_time(position.authority_id)
    position.refresh_from_db(fields=["role", "ended_at"])
    if position.ended_at is None:
        _keep_an_administrator(position, None)
    audit.record(actor=actor, verb=Verb.REMOVED, kind=POSITION, pk=position.pk)
    user = position.user
    _withdraw_all_of(position)
    Invitation.objects.filter(authority=position.authority_id, email__iexact=user.email).delete()
    position.delete()
    if not user.positions.exists():
        user.delete()


def _withdraw_all_of(position: Position) -> None:
    """Whoever may no longer invite lets nobody in with what they sent before: themselves under another address."""
    Invitation.objects.filter(invited_by=position, used_at=None).delete()


def _one_at_a_time(authority: int) -> None:
    """Whoever changes a role waits for whoever does so at the same time: two might each leave the other as the last."""
    Authority.objects.select_for_update(no_key=True).get(pk=authority)


def _keep_an_administrator(position: Position, role: str | None) -> None:
    """LastAdministrator when the authority would have none left after this person gets another role, or none."""
    if position.role != Role.ADMINISTRATOR or role == Role.ADMINISTRATOR:
        return
    others = Position.objects.active().filter(authority=position.authority_id, role=Role.ADMINISTRATOR)
    if not others.exclude(pk=position.pk).exists():
        raise LastAdministrator


def hash_of(code: str) -> str:
    """A code has 256 bits of chance, so one round of SHA-256 keeps it."""
    return hashlib.sha256(code.encode()).hexdigest()


@transaction.atomic
def change_authority(*, authority: Authority, actor: Actor, limits: dict[str, Any], seen_version: int) -> Authority:
    """Save what the authority is called and looks like, and its own limits.

    SettingsMoved when somebody else saved them since `seen_version`: nobody's limits are lost unseen.
    """
    stored = Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)
    if stored.version != seen_version:
        raise SettingsMoved
    before = {name: getattr(stored, name) for name in SETTINGS_OF_AUTHORITY}
    authority.limits, authority.version = limits, seen_version + 1
    authority.save(update_fields=[*SETTINGS_OF_AUTHORITY, "version"])
    after = {name: getattr(authority, name) for name in SETTINGS_OF_AUTHORITY}
    if changes := audit.differences(before, after):
        audit.record(actor=actor, verb=Verb.CHANGED, kind="authority", pk=authority.pk, changes=changes)
    return authority


@transaction.atomic
def first_administrator(*, slug: str, name: str, email: str) -> tuple[Authority, str]:
    """A new authority, and the code of the invitation of its first administrator. ValidationError in words."""
    authority = Authority(slug=slug, name=name)
    authority.full_clean()
    authority.save()
    with inside(authority.pk):
        _invitation, code = invite(authority=authority, email=email, role=Role.ADMINISTRATOR, actor=Actor(authority.pk))
    return authority, code


@transaction.atomic
def delete_authority(*, authority: Authority) -> None:
    """Delete an authority with all it holds, and the people who work nowhere else, whose sessions end.

    Runs as the owner of the tables: the audit trail refuses everybody else.
    """
    people = list(User.objects.filter(positions__authority=authority).distinct())
    with inside(authority.pk):
        authority.delete()
    gone = [person for person in people if not person.positions.exists()]
    end_sessions(gone)
    for person in gone:
        person.delete()


@transaction.atomic
def set_account(*, user: User, active: bool) -> None:
    """Let an account in no more, whatever it knows, or let it in again. Every authority it works in can read so."""
    if user.is_active != active:
        user.is_active = active
        user.save(update_fields=["is_active"])
        _tell_everywhere(user, {"account": [not active, active]})
    if not active:
        end_sessions([user])


@transaction.atomic
def forget_two_steps(*, user: User) -> int:
    """Forget the second steps of somebody who lost them; the password stays. Returns how many there were."""
    forgotten, _each = Authenticator.objects.filter(user=user).delete()
    end_sessions([user])
    _tell_everywhere(user, {"two_steps": [True, False]})
    return forgotten


@transaction.atomic
def change_key(*, old: str, new: str) -> tuple[int, int]:
    """Encrypt again what SECRET_KEY keeps closed, and log everybody out.

    Returns how many secrets and sessions. cryptography.fernet.InvalidToken when `old` is not the key they have.
    """
    kept = list(Authenticator.objects.select_for_update())
    for each in kept:
        each.data = resealed(each.data, sealer(old), sealer(new))
        each.save(update_fields=["data"])
    return len(kept), end_sessions()


def end_sessions_elsewhere(*, user: User, here: str | None, mark: str = "") -> int:
    """Log this person out in the place with this mark, or everywhere but here. Returns how many sessions ended."""
    elsewhere = [each for each in open_sessions(user) if each.key != here and mark in ("", each.mark)]
    Session.objects.filter(session_key__in=[each.key for each in elsewhere]).delete()
    return len(elsewhere)


def end_sessions(people: Iterable[User] | None = None) -> int:
    """Log these people out everywhere, or everybody. Returns how many sessions ended."""
    keys = None if people is None else {str(person.pk) for person in people}
    ended = [
        session.session_key
        for session in Session.objects.iterator()
        if keys is None or session.get_decoded().get(SESSION_KEY) in keys
    ]
    Session.objects.filter(session_key__in=ended).delete()
    return len(ended)


def _tell_everywhere(user: User, changes: audit.Changes) -> None:
    for position in user.positions.filter(ended_at=None):
        with inside(position.authority_id):
            actor = Actor(position.authority_id)
            audit.record(actor=actor, verb=Verb.CHANGED, kind=POSITION, pk=position.pk, changes=changes)
