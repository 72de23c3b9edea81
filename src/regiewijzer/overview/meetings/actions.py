"""Mails about meetings: invitations and minutes, by the worker in turns, and on Monday what the week asks of somebody.

Nothing is called sent that no mail server took.
"""

from collections.abc import Callable, Mapping
from datetime import date
from email.mime.text import MIMEText
from types import MappingProxyType

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.post import (
    SECONDS_A_TURN,
    Delivery,
    NoMail,
    Post,
    delivered,
    open_post,
    reach_post,
    still_open,
    take_turn,
)
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.meetings.documents import calendars
from regiewijzer.overview.meetings.documents import minutes as papers
from regiewijzer.overview.meetings.queries import Week, persons_to_write_to, week_of
from regiewijzer.register.meetings.models import MailAbout, Meeting, MeetingMail
from regiewijzer.register.meetings.queries import position_of
from regiewijzer.register.organisations.models import Person

LANGUAGE = "nl"
MONDAY = 0
GENERATED = {"Auto-Submitted": "auto-generated"}
MailTo = Callable[[Person], EmailMessage]
_OFF = Signer(salt="regiewijzer.digest")


def ask_mails(*, meeting: Meeting, about: MailAbout, actor: Actor) -> int:
    """Have the worker mail who sits there. Returns to how many; NoMail, and nothing changed, when none can go out."""
    reach_post()
    asked_by = position_of(actor.position_id)
    persons, _without = persons_to_write_to(meeting.network)
    with transaction.atomic():
        MeetingMail.objects.filter(meeting=meeting, about=about).delete()
        MeetingMail.objects.bulk_create(
            MeetingMail(
                authority_id=actor.authority_id,
                meeting=meeting,
                person=person,
                about=about,
                asked_by=asked_by,
            )
            for person in persons
        )
    return len(persons)


def send_waiting(*, authority: int, meeting: int, about: MailAbout, seconds: float = SECONDS_A_TURN) -> float | None:
    """Send what waits of one meeting for so many seconds, and note on each row what became of its mail.

    Returns after how many seconds to go on; None when nothing waits any more. Outside a transaction of its own: each
    mail is noted when it is gone.
    """
    prepared: list[MailTo] = []  # once a turn: a PDF takes longer than a mail

    def next_waiting() -> tuple[MeetingMail, EmailMessage] | None:
        with inside(authority), translation.override(LANGUAGE):
            rows = MeetingMail.objects.filter(meeting=meeting, about=about, delivery=Delivery.WAITING)
            row = rows.select_related("meeting__network", "person", "asked_by__user", "authority").first()
            if row is None:
                return None
            if not prepared:
                prepared.append(_PREPARED[about](row))
            return row, prepared[0](row.person)

    def hand_over(waiting: tuple[MeetingMail, EmailMessage], post: Post) -> bool:
        row, message = waiting
        problem = delivered(message, post)
        if problem and not still_open(post):
            return False
        with inside(authority):
            _record(row, problem)
        return True

    return take_turn(next_waiting, hand_over, seconds)


def _record(row: MeetingMail, problem: str) -> None:
    """What became of it; the last of a round writes in the trail how many were taken."""
    rows = MeetingMail.objects.filter(meeting=row.meeting_id, about=row.about)
    rows.filter(pk=row.pk).update(delivery=Delivery.FAILED if problem else Delivery.SENT, problem=problem)
    sent = rows.filter(delivery=Delivery.SENT).count()
    if sent and not rows.filter(delivery=Delivery.WAITING).exists():
        changes: audit.Changes = {_TOLD_AS[MailAbout(row.about)]: [None, sent]}
        audit.record(actor=row.asked_by.actor, verb=Verb.CHANGED, kind=Meeting.KIND, pk=row.meeting_id, changes=changes)


def _organiser(row: MeetingMail) -> tuple[str, str]:
    return row.asked_by.user.name, row.asked_by.user.email


def _invitation(row: MeetingMail) -> MailTo:
    """An invitation, or what strikes the meeting from their calendars once it is cancelled."""
    meeting, organiser = row.meeting, _organiser(row)
    persons, _without = persons_to_write_to(meeting.network)
    invited = [(person.name, person.email) for person in persons]
    content = calendars.invitation(meeting, f"{settings.PUBLIC_URL}/{row.authority.slug}", organiser, invited)
    method = "CANCEL" if meeting.is_cancelled else "REQUEST"
    subject = _("Cancelled: %(meeting)s") if meeting.is_cancelled else _("Invitation: %(meeting)s")
    subject %= {"meeting": meeting.name}
    body = render_to_string("meetings/invitation_mail.txt", {"meeting": meeting, "organiser": organiser[0]})

    def mail(person: Person) -> EmailMessage:
        message = _message(subject, body, person.email, organiser)
        part = MIMEText(content.decode(), "calendar", "utf-8")
        part.set_param("method", method)
        message.attach(part)
        return message

    return mail


def _minutes(row: MeetingMail) -> MailTo:
    """The settled minutes as a PDF."""
    meeting, organiser = row.meeting, _organiser(row)
    pdf = papers.as_pdf(meeting, row.authority, timezone.localdate()).content
    name = f"verslag-{slugify(meeting.network.name)[:60]}-{meeting.held_on}.pdf"
    subject = _("Minutes: %(meeting)s") % {"meeting": meeting.name}
    body = render_to_string("meetings/minutes_mail.txt", {"meeting": meeting, "organiser": organiser[0]})

    def mail(person: Person) -> EmailMessage:
        message = _message(subject, body, person.email, organiser)
        message.attach(name, pdf, "application/pdf")
        return message

    return mail


_PREPARED: Mapping[MailAbout, Callable[[MeetingMail], MailTo]] = MappingProxyType(
    {MailAbout.INVITATION: _invitation, MailAbout.MINUTES: _minutes}
)
_TOLD_AS = MappingProxyType({MailAbout.INVITATION: "invited", MailAbout.MINUTES: "minutes_sent"})


def _message(subject: str, body: str, to: str, organiser: tuple[str, str]) -> EmailMessage:
    return EmailMessage(
        subject=" ".join(subject.split()), body=body, to=[to], reply_to=[organiser[1]], headers=dict(GENERATED)
    )


# ---- Monday


def send_digests(authority: Authority, today: date) -> int:
    """On Monday, to every colleague who did not turn it off and of whom the week asks something. Once, however often
    it is asked. Returns how many the mail server took; none without a mail server.
    """
    if today.weekday() != MONDAY or settings.EXAMPLE:
        return 0
    waiting = Position.objects.active().filter(authority=authority, digest=True).exclude(role=Role.GUEST)
    positions = list(waiting.filter(_not_yet(today)).select_related("user"))
    if not positions:
        return 0
    try:
        post = open_post()
    except NoMail:
        return 0
    sent = sum(_digest(position, authority, today, post) for position in positions)
    post.server.close()
    return sent


def _not_yet(today: date) -> Q:
    return Q(digest_sent_on=None) | Q(digest_sent_on__lt=today)


def _digest(position: Position, authority: Authority, today: date, post: Post) -> bool:
    """Claimed before it goes out, so that two at once send one; given back when the mail server refuses it."""
    before = position.digest_sent_on
    if not Position.objects.filter(_not_yet(today), pk=position.pk).update(digest_sent_on=today):
        return False
    with inside(authority.pk), translation.override(LANGUAGE):
        week = week_of(position, today)
        if week.empty:
            return False
        message = _digest_mail(position, authority, week)
    if delivered(message, post):
        Position.objects.filter(pk=position.pk).update(digest_sent_on=before)
        return False
    return True


def _digest_mail(position: Position, authority: Authority, week: Week) -> EmailMessage:
    off = settings.PUBLIC_URL + reverse("digest_off", args=[_OFF.sign(str(position.pk))])
    context = {
        "week": week,
        "name": position.user.name,
        "town": authority,
        "site": f"{settings.PUBLIC_URL}/{authority.slug}",
        "off": off,
    }
    subject = _("This week in %(authority)s: %(news)s") % {"authority": authority.name, "news": week.in_short}
    headers = {**GENERATED, "List-Unsubscribe": f"<{off}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    body = render_to_string("meetings/digest_mail.txt", context)
    return EmailMessage(subject=" ".join(subject.split()), body=body, to=[position.user.email], headers=headers)


def position_behind(token: str) -> Position | None:
    """Whose digest this address turns on and off; None for an address that is not ours."""
    try:
        pk = int(_OFF.unsign(token))
    except (BadSignature, ValueError):
        return None
    return Position.objects.select_related("authority").filter(pk=pk).first()


def switch_digest(*, position: Position, on: bool) -> None:
    """Send the digest on Mondays, or no more."""
    Position.objects.filter(pk=position.pk).update(digest=on)
