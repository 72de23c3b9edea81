"""How do the roles of a service stand, without telling who is strong in what?

Results of persons are released per five people: the figures change only when five more have filled in, so that no two
looks can be subtracted to find one person. Until then also a second form and somebody's leaving wait.
"""

from dataclasses import dataclass
from datetime import datetime

from regiewijzer.inquiry.questionnaires.definitions import catalogue
from regiewijzer.inquiry.questionnaires.definitions.values import Interpretation
from regiewijzer.inquiry.questionnaires.models import Sitting, Status
from regiewijzer.inquiry.questionnaires.queries.sittings import asked_in
from regiewijzer.library.texts import Text
from regiewijzer.science.scoring.coverage import Coverage, coverage
from regiewijzer.science.scoring.respondents import strengths

AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class RoleCoverage:
    """Whether at least two people are strong in a role, and what that says. How many is not told."""

    role: str
    title: Text
    coverage: Coverage
    reading: Interpretation | None

    @property
    def covered(self) -> bool:
        return self.coverage is Coverage.COVERED


@dataclass(frozen=True, slots=True)
class ServiceCoverage:
    """The roles of a service, resting on so many people."""

    people: int
    roles: tuple[RoleCoverage, ...]


def service_coverage(key: str) -> ServiceCoverage | None:
    """How the roles of one questionnaire stand; None until five people have filled it in."""
    questionnaire = catalogue.questionnaire(key)
    released = _released(key)
    if len(released) < AT_ONCE:
        return None
    strong = [strengths(asked_in(sitting).scheme, sitting.answers) for sitting in released]
    counts = {each.id: sum(each.id in person for person in strong) for each in questionnaire.dimensions}
    roles = tuple(
        RoleCoverage(
            role=each.id,
            title=each.title,
            coverage=coverage(counts[each.id]),
            reading=questionnaire.coverage.get(coverage(counts[each.id])),
        )
        for each in questionnaire.dimensions
    )
    return ServiceCoverage(len(released), roles)


def _released(key: str) -> list[Sitting]:
    """The form of everybody who counted when the last five were complete: the latest they had done by then."""
    found = Sitting.objects.filter(key=key, status=Status.DONE, person__isnull=False)
    by_person: dict[int, list[Sitting]] = {}
    for sitting in found.select_related("person", "own__own").order_by("done_at", "id"):
        by_person.setdefault(sitting.person_id or 0, []).append(sitting)
    complete = len(by_person) // AT_ONCE * AT_ONCE
    people = list(by_person.values())[:complete]
    if not people:
        return []
    closed = people[-1][0].done_at
    assert closed is not None
    return [_latest(forms, closed) for forms in people if _there(forms[0], closed)]


def _latest(forms: list[Sitting], closed: datetime) -> Sitting:
    return [form for form in forms if form.done_at is not None and form.done_at <= closed][-1]


def _there(sitting: Sitting, closed: datetime) -> bool:
    """Whether the person had not left by then."""
    assert sitting.person is not None
    return sitting.person.ended_at is None or sitting.person.ended_at > closed
