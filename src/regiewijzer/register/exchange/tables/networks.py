"""The sheet Netwerken: each network with its goal and form of today."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Prose
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, linked
from regiewijzer.register.exchange.tables.columns import (
    ARCHIVED,
    AS_OF,
    NOTE,
    TARGET_GROUPS,
    TEXTS,
    THEMES,
    TO_ORGANISATION,
    columns_of,
    ends_after_start,
    is_filled,
    not_in_future,
)
from regiewijzer.register.exchange.tables.records import RecordTable
from regiewijzer.register.networks import actions
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.facts import Form

FORM_COLUMNS = ("form", "lead", "form_since")
MOST_PER_YEAR = 32_767


def _form_holds_together(values: Values, before: Values | None, _today: date) -> Iterator[Problem]:
    """A lead organisation is somebody; nobody leads a network without a form."""
    if before is not None and all(values[column] == before[column] for column in FORM_COLUMNS):
        return
    if values["form"] == Form.LEAD_ORGANISATION and values["lead"] is None:
        yield Problem("lead", Fault.LEAD_MISSING, {})
    if values["form"] is None and any(is_filled(values[column]) for column in ("lead", "form_since")):
        yield Problem("form", Fault.FORM_MISSING, {})


def _form_follows_the_former(values: Values, before: Values | None, today: date) -> Iterator[Problem]:
    """A form or lead that takes over starts on or after the day the former did."""
    if before is None or before["form"] is None or not _takes_over(values, before):
        return
    former, since = before["form_since"], values["form_since"]
    begins = since if isinstance(since, date) and since != former else today
    if isinstance(former, date) and begins < former:
        yield Problem("form_since", Fault.END_BEFORE_START, {"start": f"{former:%d/%m/%Y}"})


def _takes_over(values: Values, before: Values) -> bool:
    return any(values[column] != before[column] for column in ("form", "lead"))


NETWORKS = described(
    Sheet(
        code="networks",
        columns=columns_of(
            Network,
            "name",
            Column("goal", Prose(2000), keeps=True),
            "challenge",
            THEMES,
            TARGET_GROUPS,
            "territory",
            "origin",
            "mandated_by",
            "started",
            "ended",
            Column("form", OneOf("forms"), keeps=True),
            Column("lead", TO_ORGANISATION),
            Column("form_since", Day()),
            "meetings_per_year",
            "hours_per_year",
            NOTE,
            AS_OF,
            ARCHIVED,
        ),
        key=("name",),
        checks=(
            not_in_future("as_of"),
            ends_after_start(),
            Check(FORM_COLUMNS, _form_holds_together),
            Check(FORM_COLUMNS, _form_follows_the_former),
        ),
    ),
    TEXTS / "networks.yaml",
)


class NetworkTable(RecordTable):
    """Networks with their goal and form, in and out of a workbook."""

    sheet = NETWORKS
    model = Network

    def for_search(self) -> Any:
        return Network.objects.select_related("within")

    def more_stored(self) -> Any:
        goals = dict(GoalVersion.objects.order_by("network", "number").values_list("network", "text"))
        periods = {row.network_id: row for row in FormPeriod.objects.filter(ended=None).order_by("started", "pk")}

        def more(pk: int) -> dict[str, Any]:
            period = periods.get(pk)
            return {
                "goal": goals.get(pk, ""),
                "form": period.form if period else None,
                "lead": linked("organisations", period.lead_id if period else None),
                "form_since": period.started if period else None,
            }

        return more

    def save_more(self, new: Sequence[Row], changed: Sequence[Row], context: ImportContext) -> None:
        goals = (_first_goal(entry.values, context.pk(entry.target), context) for entry in new if entry.values["goal"])
        forms = (_first_form(entry.values, context.pk(entry.target), context) for entry in new if entry.values["form"])
        GoalVersion.objects.bulk_create(goals, BATCH)
        FormPeriod.objects.bulk_create(forms, BATCH)
        for entry in changed:
            if "goal" in entry.changed:
                _word_goal(entry, context)
            if set(entry.changed).intersection(FORM_COLUMNS):
                _take_form(entry, context)


def _first_goal(values: Any, network: int, context: ImportContext) -> GoalVersion:
    valid_from = values["started"] or values["as_of"]
    return GoalVersion(
        authority_id=context.authority, network_id=network, number=1, text=values["goal"], valid_from=valid_from
    )


def _first_form(values: Any, network: int, context: ImportContext) -> FormPeriod:
    return FormPeriod(
        authority_id=context.authority,
        network_id=network,
        form=values["form"],
        lead_id=context.pk_or_none(values["lead"]),
        started=values["form_since"],
    )


def _word_goal(entry: Row, context: ImportContext) -> None:
    actions.word_goal(
        network=Network.objects.get(pk=context.pk(entry.target)),
        text=str(entry.values["goal"]),
        valid_from=context.today,
        actor=context.actor,
    )


def _take_form(entry: Row, context: ImportContext) -> None:
    """Another form or lead is a new period; another first day alone corrects the period that runs."""
    since = entry.values["form_since"]
    assert since is None or isinstance(since, date)
    if entry.stored is not None and not _takes_over(entry.values, entry.stored.values):
        FormPeriod.objects.filter(network=entry.pk, ended=None).update(started=since)
        context.note(Verb.CHANGED, Network.KIND, entry.pk, {"form_since": [None, str(since)]})
        return
    lead = context.pk_or_none(entry.values["lead"])
    actions.take_form(
        network=Network.objects.get(pk=context.pk(entry.target)),
        form=str(entry.values["form"]),
        lead=Organisation.objects.get(pk=lead) if lead else None,
        started=since if "form_since" in entry.changed else context.today,
        actor=context.actor,
    )
