"""A small town on paper: enough of everything for a report, from a town without data to one that has too much."""

from datetime import UTC, date, datetime

from regiewijzer.science.facts import (
    Challenge,
    Evaluation,
    Form,
    FormMeasurement,
    InputSource,
    Instrument,
    InstrumentStatus,
    Level,
    Member,
    Network,
    Organisation,
    Origin,
    Power,
    Register,
)
from regiewijzer.science.finding import Finding
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.rules import find_all

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOSTILE = (
    '#image("/etc/passwd")',
    "*bold* _slanted_ $x^2$ **star**",
    "<script>alert(1)</script> & %(count)s {page}",
    "Σωκράτης и Наталья",
    "Zürich ’t Nestje – ﬁn",
    "😀 汉字 \u202eright\u0000 e\u0301",
    "@label #let x = 1; \\ \"quoted\" 'text'",
)


def organisations(count: int) -> tuple[Organisation, ...]:
    return tuple(
        Organisation(ref=nr, name=f"Partner {nr}", domains=("care" if nr % 3 else "housing",), as_of=TODAY)
        for nr in range(count)
    )


def network(ref: int, name: str, members: range, *, started: date | None = None, late: bool = False) -> Network:
    measured = FormMeasurement(
        measured_on=date(2026, 10, 14), participants=len(members), trust=0.45, consensus=0.775, need=0.3,
        trust_in_lead=0.7, source=InputSource.SURVEY, answers=12, invited=14,
    )  # fmt: skip
    return Network(
        ref=ref, name=name, goal=f"Goal of {name}", themes=("children_families",), started=started,
        form=Form.SELF_REGULATING, members=tuple(Member(nr, has_action=True) for nr in members),
        measurements=(measured,), results=frozenset() if late else frozenset({Level.NETWORK}),
        results_known=frozenset(Level),
        origin=Origin.FLANDERS if ref % 4 == 0 else Origin.OWN, as_of=date(2026, 10, 1),
    )  # fmt: skip


def instrument(ref: int, name: str, *, too_strong: bool = False) -> Instrument:
    evaluation = Evaluation(measured_on=date(2026, 9, 1), power_used=4, power_needed=1 if too_strong else 4)
    share = {0: Power.COMMUNICATIVE, 1: Power.MARKET, 2: Power.FINANCIAL, 3: Power.LEGAL}[ref % 4]
    return Instrument(ref=ref, name=name, shares={share: 100}, evaluations=(evaluation,), as_of=TODAY)


def town(networks: int = 6, instruments: int = 5, *, name: str = "Vliermonde") -> Register:
    """A town of so many networks and instruments: the second network is late, the first instrument too strong."""
    started = [date(2026 - nr % 9, 1 + nr % 12, 1) for nr in range(networks)]
    return Register(
        today=TODAY,
        organisations=organisations(14),
        networks=tuple(
            network(nr, f"Network {nr}", range(nr % 3, 10), started=started[nr], late=nr in (5, 14))
            for nr in range(networks)
        ),
        instruments=tuple(instrument(nr, f"Instrument {nr}", too_strong=nr == 0) for nr in range(instruments)),
        challenges=(Challenge(1, "Housing"), Challenge(2, "Poverty")),
        authority=1,
        authority_name=name,
    )


def lists_only() -> Register:
    """What a file of memberships holds: names, and who sits where; no start, no instrument, no goal."""
    members = {
        "Iverlek": range(6),
        "Finilek": range(6),
        "Imewo": range(5, 12),
        "Finiwo": range(6, 12),
        "Leiedal": range(3),
    }
    return Register(
        today=TODAY,
        organisations=tuple(Organisation(nr, f"Municipality {nr}") for nr in range(12)),
        networks=tuple(
            Network(ref=ref, name=ref, members=tuple(Member(nr) for nr in who)) for ref, who in members.items()
        ),
    )  # fmt: skip


def findings_of(register: Register) -> tuple[Finding, ...]:
    return find_all(register, DEFAULTS)


def planned(ref: int) -> Instrument:
    return Instrument(ref=ref, name=f"Case {ref}", shares={Power.LEGAL: 100}, status=InstrumentStatus.DISPLAY_CASE)
