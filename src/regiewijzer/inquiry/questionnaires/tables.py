"""Own copies of questionnaires, in and out of a workbook: one row for each version."""

from pathlib import Path
from typing import Any

from regiewijzer.inquiry.questionnaires.models import OwnQuestionnaire, OwnVersion
from regiewijzer.register.exchange.sheets.kinds import Data, Moment, Prose, Value, Whole
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.base import ImportContext
from regiewijzer.register.exchange.tables.columns import LONGEST_NAME, columns_of

LONGEST_KEY = 60
NUMBER = Whole(1, 32_767)

OWN_QUESTIONNAIRES = described(
    Sheet(
        code="own_questionnaires",
        columns=columns_of(
            OwnVersion,
            Column("name", Prose(LONGEST_NAME), required=True),
            Column("number", NUMBER, required=True),
            Column("key", Prose(LONGEST_KEY), required=True),
            Column("base_version", NUMBER, required=True),
            Column("wordings", Data()),
            Column("added", Data()),
            Column("archived_at", Moment()),
            but=("own",),
        ),
        key=("name", "number"),
        grows=True,
        offered=False,
    ),
    Path(__file__).with_suffix(".yaml"),
)


class OwnQuestionnaireTable(AppendOnlyTable):
    """Own copies of questionnaires, every version of them."""

    sheet = OWN_QUESTIONNAIRES
    model = OwnVersion
    also = (OwnQuestionnaire,)
    told_as = "own_questionnaire"
    signed_by = "made_by"
    order = ("own__name", "number")

    def rows(self) -> Any:
        return OwnVersion.objects.select_related("own")

    def values(self, row: Any) -> dict[str, Value]:
        own = row.own
        whose = {"name": own.name, "key": own.key, "archived_at": Moment().of_field(own.archived_at)}
        return {**super().values(row), **whose}

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        made.own, _made = OwnQuestionnaire.objects.get_or_create(
            authority_id=context.authority,
            name=values["name"],
            defaults={"key": values["key"], "archived_at": Moment().for_field(values["archived_at"])},
        )
        return made


TABLES = (OwnQuestionnaireTable(),)
