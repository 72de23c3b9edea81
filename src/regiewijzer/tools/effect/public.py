"""What the overview may use of the effect tool."""

from pathlib import Path

from regiewijzer.register.exchange.sheets.kinds import Day, Prose, YesNo
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.columns import TO_NETWORK, not_in_future
from regiewijzer.register.exchange.tables.growing import GrowingTable
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.models import Evaluation
from regiewijzer.tools.effect.queries import LatestEffect, latest_of, levels_of

__all__ = ["LEVELS", "RESULTS", "LatestEffect", "ResultTable", "latest_of", "results"]

LEVELS = {"community": Level.COMMUNITY, "network_level": Level.NETWORK, "organisations": Level.ORGANISATIONS}


def results() -> dict[int, frozenset[Level]]:
    """Levels with a result, by network, from its latest evaluation; a network that was never evaluated is absent."""
    newest = Evaluation.objects.order_by("evaluated_on", "id")
    return {evaluation.network_id: levels_of(evaluation) for evaluation in newest}


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
    Path(__file__).with_name("results.yaml"),
)


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
