"""Saving a plan: everything or nothing."""

from collections.abc import Callable, Sequence
from datetime import date

from django.db import connection, transaction
from django.db.models import Model

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit.models import Entry, Verb
from regiewijzer.register.exchange.plans.plan import Plan
from regiewijzer.register.exchange.sheets.kinds import Target
from regiewijzer.register.exchange.tables.base import ImportContext, Table
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Membership, Network
from regiewijzer.register.organisations.models import Identifier, Organisation, Person
from regiewijzer.register.search.models import SearchEntry

IMPORT = "import"
MANY_ROWS = 200
GROWING: tuple[type[Model], ...] = (
    Organisation,
    Identifier,
    Person,
    Network,
    GoalVersion,
    FormPeriod,
    Membership,
    Instrument,
    SearchEntry,
    Entry,
)


@transaction.atomic
def save(
    plan: Plan,
    tables: Sequence[Table],
    *,
    actor: Actor,
    today: date,
    file: str,
    keys: dict[Target, int] | None = None,
    progress: Callable[[int], None] = lambda _rows: None,
) -> int:
    """Save every new and changed row of the plan, with one line in the trail for the whole. Returns how many rows.

    `keys` is filled with the key every new row got. `progress` hears after each sheet how many rows are saved.

    Raises records.Conflict, or IntegrityError, when somebody changed the register after the plan was made.
    """
    context = ImportContext(plan, actor, today, {} if keys is None else keys)
    rows = 0
    for table, planned in zip(tables, plan.sheets, strict=True):
        table.save(planned, context)
        rows += planned.saved
        progress(rows)
    context.note(Verb.IMPORTED, IMPORT, None, {"file": [None, file], "rows": [None, plan.rows]})
    if plan.rows >= MANY_ROWS:
        _count_again()
    return plan.rows


def _count_again() -> None:
    """Tell PostgreSQL how large its tables are now: it would go on planning for nearly empty ones.

    Where the program role may not do this, PostgreSQL warns and goes on; it counts again by itself after a minute.
    """
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in GROWING)
    with connection.cursor() as cursor:
        cursor.execute(f"analyze {tables}")
