"""Choices and the answers that led to them, in and out of a workbook.

Answers go out once everybody who answers the choice has finished: until then nobody else reads them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from regiewijzer.register.exchange.sheets.choices import OneOf, SomeOf
from regiewijzer.register.exchange.sheets.kinds import Data, Day, Moment, Prose, Value
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, grouped, linked
from regiewijzer.register.exchange.tables.columns import (
    TO_CHALLENGE,
    TO_COLLEAGUE,
    TO_DECISION,
    TO_NETWORK,
    TO_ORGANISATIONS,
    columns_of,
)
from regiewijzer.register.networks.models import Network
from regiewijzer.science.choice import Gate
from regiewijzer.tools.choice.models import Choice, Conversation, NamedPartner

TEXTS = Path(__file__).with_suffix(".yaml")
GATES = tuple(gate.value for gate in Gate)
LONGEST_REASON = 4000

CHOICES = described(
    Sheet(
        code="choices",
        columns=columns_of(
            Choice,
            Column("challenge", TO_CHALLENGE, required=True),
            Column("created_at", Moment(), required=True),
            Column("started_by", TO_COLLEAGUE),
            Column("network", TO_NETWORK),
            Column("advised", OneOf("advices")),
            Column("decided", OneOf("advices")),
            Column("reason", Prose(LONGEST_REASON)),
            Column("joins", TO_NETWORK),
            Column("made", TO_NETWORK),
            Column("signed_by", TO_COLLEAGUE),
            Column("signed_on", Day()),
            Column("decision", TO_DECISION),
        ),
        key=("challenge", "created_at"),
        grows=True,
        offered=False,
    ),
    TEXTS,
)
ANSWERS = described(
    Sheet(
        code="choice_answers",
        columns=columns_of(
            Conversation,
            Column("challenge", TO_CHALLENGE, required=True),
            Column("choice_created_at", Moment(), required=True),
            Column("position", TO_COLLEAGUE, required=True),
            Column("created_at", Moment(), required=True),
            Column("done_at", Moment()),
            Column("processes", SomeOf("core_processes")),
            "goal",
            Column("partners", TO_ORGANISATIONS),
            *(Column(f"answers_{gate}", Prose(30)) for gate in GATES),
            *(Column(f"reasons_{gate}", Prose(LONGEST_REASON)) for gate in GATES),
            Column("existing", TO_NETWORK),
            Column("looked_at", Moment()),
            Column("found", Data()),
            but=("choice", "answers", "reasons"),
        ),
        key=("challenge", "choice_created_at"),
        grows=True,
        offered=False,
    ),
    TEXTS,
)


class ChoiceTable(AppendOnlyTable):
    """Choices, signed or not."""

    sheet = CHOICES
    model = Choice
    told_as = "choice"
    order = ("created_at",)

    def save_more(self, new: Sequence[Row], context: ImportContext) -> None:
        self.keep_moments(new, context, "created_at")


class AnswerTable(AppendOnlyTable):
    """What each person answered."""

    sheet = ANSWERS
    model = Conversation
    also = (NamedPartner,)
    parts = {"answers": GATES, "reasons": GATES}
    told_as = "choice_answered"
    order = ("created_at",)

    def rows(self) -> Any:
        begun = Conversation.objects.filter(done_at=None).values("choice")
        return Conversation.objects.select_related("choice").exclude(choice__in=begun)

    def more_stored(self) -> Any:
        named = NamedPartner.objects.order_by("pk").values_list("conversation", "organisation")
        partners = grouped((conversation, linked("organisations", pk)) for conversation, pk in named)
        return lambda pk: {"partners": tuple(partners[pk])}

    def values(self, row: Any) -> dict[str, Value]:
        whose = {
            "challenge": linked("challenges", row.choice.challenge_id),
            "choice_created_at": Moment().of_field(row.choice.created_at),
        }
        found = [{key: value for key, value in each.items() if key != "network"} for each in row.found]
        return {**super().values(row), **whose, "found": Data().of_field(found) if found else None}

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        began = Moment().for_field(values["choice_created_at"])
        choices = Choice.objects.filter(challenge=context.pk(values["challenge"]), created_at__gte=began)
        made.choice = choices.order_by("created_at").first()
        keys = dict(Network.objects.values_list("name", "pk"))
        made.found = [{"network": keys.get(each["name"], 0), **each} for each in made.found]
        return made

    def save_more(self, new: Sequence[Row], context: ImportContext) -> None:
        self.keep_moments(new, context, "created_at")
        NamedPartner.objects.bulk_create(
            (
                NamedPartner(
                    authority_id=context.authority, conversation_id=context.pk(entry.target), organisation_id=pk
                )
                for entry in new
                for pk in context.pks(entry.values["partners"])
            ),
            BATCH,
        )


TABLES = (ChoiceTable(), AnswerTable())
