"""Which findings follow from what was agreed, and from who meets how often?

Actions: that one is late is a fact of the calendar; that a week late is little and four weeks is long is our proposal.
Meetings: the least a year is that of the rule which asks for the network, only where its source says so; we look at the
year that ends from October on, and before that at the one that ended. Partners that are away: `meetings_away`, ours.
Meetings of which no action came: `meetings_without_action`, ours.
Looked at are running networks. What nobody wrote down makes no rule fire.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile

from regiewijzer.science.facts import LeastMeetings, Meeting, Network, OpenAction, Ref, Register
from regiewijzer.science.finding import MARGINS, Finding, Ground, Kind, Number, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

DAYS_A_WEEK = 7
YEAR_ENDS_FROM = 10  # the month in which there is still time to plan another one
DAY_ON_RECORD = grounds.ground(Reason.DAY_ON_RECORD, holds=True)


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about actions, network by network and then those of none, and about meetings."""
    town = Subject(Kind.AUTHORITY, register.authority, register.authority_name)
    names = {organisation.ref: organisation.name for organisation in register.organisations}
    return (
        *(finding for network in register.running for finding in of_network(network, names, register.today, limits)),
        *of_actions(town, register.open_actions, register.today),
    )


def of_network(network: Network, names: dict[Ref, str], today: date, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the actions and the meetings of one network."""
    subject = Subject(Kind.NETWORK, network.ref, network.name)
    return (
        *of_actions(subject, network.open_actions, today),
        *_too_few(subject, network, today),
        *_away(subject, network, names, limits),
        *_without_action(subject, network, limits),
    )


def of_actions(subject: Subject, actions: Sequence[OpenAction], today: date) -> tuple[Finding, ...]:
    """What is late, what is late and was given to nobody, and what was given to somebody who left; each told once."""
    left = [action for action in actions if action.left]
    late = sorted(
        (action for action in actions if not action.left and action.due is not None and action.due < today),
        key=lambda action: (action.due or today, str(action.words)),
    )
    return (
        *_overdue(Rule.ACTION_OVERDUE, subject, [action for action in late if action.owner], today),
        *_overdue(Rule.ACTION_NOBODY, subject, [action for action in late if not action.owner], today),
        *_owner_left(subject, sorted(left, key=lambda action: (action.due or today, str(action.words)))),
    )


def _overdue(rule: Rule, subject: Subject, late: Sequence[OpenAction], today: date) -> Iterable[Finding]:
    if not late:
        return
    longest = late[0]
    assert longest.due is not None
    days = (today - longest.due).days
    numbers: dict[str, Number] = {
        "subject": subject.name,
        "count": len(late),
        "action": longest.words,
        "owner": longest.owner,
        "days": days,
    }
    weighed = grounds.ground(Reason.DAYS_OVERDUE, holds=True, days=days, **{MARGINS: round(days / DAYS_A_WEEK, 2)})
    yield _finding(rule, subject, numbers, (DAY_ON_RECORD, weighed), longest.due)


def _owner_left(subject: Subject, left: Sequence[OpenAction]) -> Iterable[Finding]:
    if left:
        first = left[0]
        numbers: dict[str, Number] = {
            "subject": subject.name,
            "count": len(left),
            "action": first.words,
            "owner": first.owner,
        }
        yield _finding(Rule.ACTION_OWNER_LEFT, subject, numbers, (DAY_ON_RECORD,), first.due)


def year_looked_at(today: date) -> int:
    """This year once it ends, the one before until then."""
    return today.year if today.month >= YEAR_ENDS_FROM else today.year - 1


def _too_few(subject: Subject, network: Network, today: date) -> Iterable[Finding]:
    """Held and planned together are fewer than the rule says; nothing when no meeting was ever written down."""
    rule, year = network.least_meetings, year_looked_at(today)
    days = sorted(meeting.held_on for meeting in network.meetings if meeting.held)
    if rule is None or not days or days[0].year > year:
        return
    inside = [meeting for meeting in network.meetings if meeting.held_on.year == year]
    held, planned = sum(each.held for each in inside), sum(_to_come(each, today) for each in inside)
    if held + planned >= rule.least:
        return
    numbers: dict[str, Number] = {"network": network.name, "held": held, "least": rule.least, "year": str(year)}
    reasons = (_read(rule), *_known_from(days[0], year))
    yield _finding(Rule.TOO_FEW_MEETINGS, subject, numbers, reasons, days[-1])


def _to_come(meeting: Meeting, today: date) -> bool:
    return not meeting.held and meeting.held_on >= today


def _read(rule: LeastMeetings) -> Ground:
    code = Reason.RULE_CONTESTED if rule.contested else Reason.RULE_READ
    return grounds.ground(code, holds=not rule.contested, regulation=rule.regulation, year=str(rule.year))


def _known_from(first: date, year: int) -> tuple[Ground, ...]:
    """A network whose first meeting on record is of that year may have met before."""
    if first.year < year:
        return ()
    return (grounds.ground(Reason.MEETINGS_BEFORE_UNKNOWN, holds=False, date=first.isoformat()),)


def away_in_a_row(there: Iterable[bool | None]) -> int:
    """How many of the last meetings a partner was away from, the newest first; it ends where nobody wrote it down."""
    times = 0
    for was in there:
        if was is not False:
            break
        times += 1
    return times


def _away(subject: Subject, network: Network, names: dict[Ref, str], limits: Limits) -> Iterable[Finding]:
    held = [meeting for meeting in reversed(network.meetings) if meeting.held]
    found = {
        member.organisation: away_in_a_row(meeting.there.get(member.organisation) for meeting in held)
        for member in network.others
    }
    away = sorted(
        (
            (times, names.get(partner, str(partner)))
            for partner, times in found.items()
            if times >= limits.meetings_away
        ),
        key=lambda each: (-each[0], each[1]),
    )
    if not away:
        return
    times, name = away[0]
    numbers: dict[str, Number] = {"network": network.name, "count": len(away), "partner": name, "times": times}
    reasons = (
        grounds.ground(Reason.PRESENCE_ON_RECORD, holds=True, date=held[0].held_on.isoformat()),
        grounds.of_limit("meetings_away", times, limits),
    )
    used = grounds.limits_used(limits, "meetings_away")
    yield _finding(Rule.PARTNER_AWAY, subject, numbers, reasons, held[0].held_on, used)


def _without_action(subject: Subject, network: Network, limits: Limits) -> Iterable[Finding]:
    """The last meetings held, of which the minutes are settled, brought no action."""
    held = [meeting for meeting in reversed(network.meetings) if meeting.held]
    without = list(takewhile(lambda meeting: meeting.agreed == 0, held))
    if len(without) < limits.meetings_without_action:
        return
    numbers: dict[str, Number] = {"network": network.name, "count": len(without)}
    reasons = (
        grounds.ground(Reason.MINUTES_SETTLED, holds=True, date=without[0].held_on.isoformat()),
        grounds.of_limit("meetings_without_action", len(without), limits),
    )
    used = grounds.limits_used(limits, "meetings_without_action")
    yield _finding(Rule.MEETINGS_WITHOUT_ACTION, subject, numbers, reasons, without[0].held_on, used)


def _finding(
    rule: Rule,
    subject: Subject,
    numbers: dict[str, Number],
    reasons: tuple[Ground, ...],
    day: date | None,
    used: dict[str, float] | None = None,
) -> Finding:
    return Finding(
        rule=rule.value,
        subjects=(subject,),
        numbers=numbers,
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=day,
        limits_used=used or {},
    )
