"""Saving a plan: everything or nothing."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import Plan
from regiewijzer.register.exchange.tables.base import Saving, Table

IMPORT = "import"


@transaction.atomic
def save(plan: Plan, tables: Sequence[Table], *, actor: Actor, today: date, file: str) -> int:
    """Save every new and changed row of the plan, with one line in the trail for the whole. Returns how many rows.

    Raises records.Conflict, or IntegrityError, when somebody changed the register after the plan was made.
    """
    saving = Saving(plan, actor, today)
    for table, planned in zip(tables, plan.sheets, strict=True):
        table.save(planned, saving)
    saving.note(Verb.IMPORTED, IMPORT, None, {"file": [None, file], "rows": [None, plan.rows]})
    return plan.rows
