"""Results and satisfaction, in and out of a workbook."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Decimals, Prose, Whole, YesNo
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.columns import TO_NETWORK, not_in_future
from regiewijzer.register.exchange.tables.growing import GrowingTable
from regiewijzer.register.networks.models import Network
from regiewijzer.science.governance import HIGHEST, LOWEST
from regiewijzer.tools.effect.models import Evaluation, MemberSatisfaction, Source, UserSatisfaction
from regiewijzer.tools.effect.queries.evaluations import COLUMNS

LEVELS = {column: level for level, column in COLUMNS.items()}
TEXTS = Path(__file__).parent / "texts"
MOST_PEOPLE = 32_767
ABOUT = ("source", "answers", "invited", "note")

RESULTS = described(
    Sheet(
        code="results",
        columns=(
            Column("network", TO_NETWORK, required=True),
            Column("evaluated_on", Day(), required=True),
            *(Column(level, YesNo()) for level in LEVELS),
            Column("evidence", Prose(4000)),
        ),
        key=("network", "evaluated_on"),
        grows=True,
        checks=(not_in_future("evaluated_on"),),
    ),
    TEXTS / "results.yaml",
)


def _satisfaction(code: str, aspects: tuple[str, ...]) -> Sheet:
    """The sheet of what people said; its texts stand beside it under the same name."""

    def something_said(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
        if all(values[aspect] is None for aspect in aspects):
            yield Problem(aspects[0], Fault.NOTHING_MEASURED, {})

    sheet = Sheet(
        code=code,
        columns=(
            Column("network", TO_NETWORK, required=True),
            Column("measured_on", Day(), required=True),
            *(Column(aspect, Decimals(LOWEST, HIGHEST, places=2)) for aspect in aspects),
            Column("source", OneOf("input_sources"), default=Source.ESTIMATE.value),
            Column("answers", Whole(0, MOST_PEOPLE)),
            Column("invited", Whole(0, MOST_PEOPLE)),
            Column("note", Prose(2000)),
        ),
        key=("network", "measured_on"),
        grows=True,
        checks=(
            not_in_future("measured_on"),
            Check(aspects, something_said),
            Check(("answers", "invited"), _no_more_answers_than_asked),
        ),
    )
    return described(sheet, TEXTS / f"{code}.yaml")


def _no_more_answers_than_asked(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    answers, invited = values["answers"], values["invited"]
    if isinstance(answers, int) and isinstance(invited, int) and answers > invited:
        yield Problem("answers", Fault.MORE_THAN_ASKED, {"most": invited})


USERS = _satisfaction("users", UserSatisfaction.ASPECTS)
MEMBERS = _satisfaction("member_satisfaction", MemberSatisfaction.ASPECTS)


class ResultTable(GrowingTable):
    """Results of networks, in and out of a workbook."""

    sheet = RESULTS
    model = Evaluation
    fields = ("evaluated_on", *LEVELS, "evidence")
    subject = "network"
    subject_sheet = "networks"
    subject_kind = Network.KIND
    day = "evaluated_on"
    signed_by = "evaluated_by"
    told_as = "evaluation"


class UserTable(GrowingTable):
    """What users said, in and out of a workbook."""

    sheet = USERS
    model = UserSatisfaction
    fields = ("measured_on", *UserSatisfaction.ASPECTS, *ABOUT)
    subject = "network"
    subject_sheet = "networks"
    subject_kind = Network.KIND
    day = "measured_on"
    signed_by = "measured_by"
    told_as = "satisfaction"


class MemberTable(GrowingTable):
    """What members said, in and out of a workbook."""

    sheet = MEMBERS
    model = MemberSatisfaction
    fields = ("measured_on", *MemberSatisfaction.ASPECTS, *ABOUT)
    subject = "network"
    subject_sheet = "networks"
    subject_kind = Network.KIND
    day = "measured_on"
    signed_by = "measured_by"
    told_as = "satisfaction"
