"""Mails about meetings: invitations and minutes to the members, and on Monday what the week asks of a colleague.

Nothing is called sent that no mail server took.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from email.mime.text import MIMEText

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.post import NoMail, Post, delivered, open_post
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.meetings.documents import calendars
from regiewijzer.overview.meetings.documents import minutes as papers
from regiewijzer.overview.meetings.queries import Week, persons_to_write_to, week_of
from regiewijzer.register.meetings.models import Meeting
from regiewijzer.register.organisations.models import Person

LANGUAGE = "nl"
MONDAY = 0
GENERATED = {"Auto-Submitted": "auto-generated"}
_OFF = Signer(salt="regiewijzer.digest")


@dataclass(frozen=True, slots=True)
class Mailed:
    """How many people the mail server took a mail for, and of whom it refused one, by name."""

    sent: int
    refused: tuple[str, ...] = ()
    without_address: tuple[str, ...] = ()


def send_invitation(*, meeting: Meeting, organiser: tuple[str, str], site: str, actor: Actor) -> Mailed:
    """Invite who sits there, or strike the meeting from their calendars once it is cancelled. NoMail when none can go
    out.
    """
    persons, without = persons_to_write_to(meeting.network)
    invited = [(person.name, person.email) for person in persons]
    content = calendars.invitation(meeting, site, organiser, invited)
    method = "CANCEL" if meeting.is_cancelled else "REQUEST"
    subject = _("Cancelled: %(meeting)s") if meeting.is_cancelled else _("Invitation: %(meeting)s")
    body = render_to_string("meetings/invitation_mail.txt", {"meeting": meeting, "organiser": organiser[0]})

    def mail(person: Person) -> EmailMessage:
        message = _message(subject % {"meeting": meeting.name}, body, person.email, organiser)
        part = MIMEText(content.decode(), "calendar", "utf-8")
        part.set_param("method", method)
        message.attach(part)
        return message

    return _to_each(meeting, persons, without, mail, "invited", actor)


def send_minutes(
    *, meeting: Meeting, organiser: tuple[str, str], authority: Authority, today: date, actor: Actor
) -> Mailed:
    """The settled minutes as a PDF to who sits there. NoMail when none can go out."""
    persons, without = persons_to_write_to(meeting.network)
    pdf = papers.as_pdf(meeting, authority, today).content
    name = f"verslag-{slugify(meeting.network.name)[:60]}-{meeting.held_on}.pdf"
    body = render_to_string("meetings/minutes_mail.txt", {"meeting": meeting, "organiser": organiser[0]})

    def mail(person: Person) -> EmailMessage:
        subject = _("Minutes: %(meeting)s") % {"meeting": meeting.name}
        message = _message(subject, body, person.email, organiser)
        message.attach(name, pdf, "application/pdf")
        return message

    return _to_each(meeting, persons, without, mail, "minutes_sent", actor)


def _message(subject: str, body: str, to: str, organiser: tuple[str, str]) -> EmailMessage:
    return EmailMessage(
        subject=" ".join(subject.split()), body=body, to=[to], reply_to=[organiser[1]], headers=dict(GENERATED)
    )


def _to_each(
    meeting: Meeting,
    persons: Sequence[Person],
    without: tuple[str, ...],
    mail: Callable[[Person], EmailMessage],
    told_as: str,
    actor: Actor,
) -> Mailed:
    post = open_post()
    refused = tuple(person.name for person in persons if delivered(mail(person), post))
    post.server.close()
    sent = len(persons) - len(refused)
    if sent:
        changes: audit.Changes = {told_as: [None, sent]}
        audit.record(actor=actor, verb=Verb.CHANGED, kind=Meeting.KIND, pk=meeting.pk, changes=changes)
    return Mailed(sent, refused, without)


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
