"""What do sheets say, whatever they are? Rows of the tools are facts too."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from regiewijzer.overview.exchange.queries import is_own_list, plan_against
from regiewijzer.overview.scan.facts.register import MeasuredFacts, Rows, Scan, scan_of
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists.ours import our_sheets
from regiewijzer.register.exchange.lists.reading import propose
from regiewijzer.register.exchange.sheets.kinds import Value
from regiewijzer.register.exchange.sheets.mistakes import Note, Remark
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Values
from regiewijzer.science import facts
from regiewijzer.science.governance import from_scale
from regiewijzer.tools.effect.public import LEVELS
from regiewijzer.tools.governance.public import CONDITIONS
from regiewijzer.tools.steering.public import evaluation_of


def scan_sheets(raws: Iterable[RawSheet], today: date) -> Scan:
    """Everything about these sheets: ours, the two-file form, or somebody's own list. Refused when none is read."""
    raws = tuple(raws)
    proposal = propose(raws, today=today) if is_own_list(raws) else None
    own = proposal is not None and not proposal.problem
    plan = plan_against({}, our_sheets(proposal) if proposal is not None and own else raws, today)
    found = scan_of(plan, today, _measured({each.sheet.code: each.entries for each in plan.sheets}))
    if proposal is None or not own:
        return found
    told = Remark(Note.OWN_LIST, {"count": len(proposal.questions)})
    return replace(found, remarks=(told, *found.remarks))


def _measured(rows: Rows) -> MeasuredFacts:
    measurements = _by_subject(rows["measurements"], "network", "measured_on")
    results = _by_subject(rows["results"], "network", "evaluated_on")
    evaluations = _by_subject(rows["evaluations"], "instrument", "measured_on")
    return MeasuredFacts(
        {subject: tuple(map(_measurement, each)) for subject, each in measurements.items()},
        {subject: _results(each[-1]) for subject, each in results.items()},
        {subject: _looked(subject, each[-1], rows) for subject, each in results.items()},
        {subject: tuple(map(evaluation_of, each)) for subject, each in evaluations.items()},
    )


def _results(latest: Values) -> frozenset[facts.Level]:
    return frozenset(level for key, level in LEVELS.items() if latest[key])


def _looked(network: Value, latest: Values, rows: Rows) -> frozenset[facts.Level]:
    """The levels of which a criterion was scored in this evaluation; all of them when none was."""
    scored = frozenset(
        facts.Level(str(row.values["criterion"]).split(".")[0])
        for row in rows["effect_scores"]
        if row.values["network"] == network
        and row.values["evaluated_on"] == latest["evaluated_on"]
        and row.values["value"] is not None
    )
    return scored | _results(latest) if scored else frozenset(facts.Level)


def _measurement(values: Values) -> facts.FormMeasurement:
    scores: dict[str, Any] = {condition: _share(values[condition]) for condition in CONDITIONS}
    return facts.FormMeasurement(
        measured_on=_day(values["measured_on"]) or date.min,
        participants=_whole(values["participants"]) or 0,
        source=facts.InputSource(str(values["source"])),
        answers=_whole(values["answers"]),
        invited=_whole(values["invited"]),
        agreements={
            name: float(str(agreed)) for name in CONDITIONS if (agreed := values[f"{name}_consensus"]) is not None
        },
        **scores,
    )


def _by_subject(entries: Sequence[Row], subject: str, day: str) -> Mapping[Value, list[Values]]:
    """Rows of a growing sheet by what they are about, from old to new."""
    found: dict[Value, list[Values]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: str(entry.values[day])):
        found[entry.values[subject]].append(entry.values)
    return found


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


def _whole(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _share(value: Value) -> float | None:
    return from_scale(float(value)) if isinstance(value, Decimal) else None
