"""The sheet Beleidscodes: what the multi-year plan calls its goals, plans and actions."""

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.rows import State, Stored
from regiewijzer.register.exchange.sheets.sheet import Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, Table
from regiewijzer.register.exchange.tables.columns import TEXTS, columns_of
from regiewijzer.register.policy.actions import TOLD_AS
from regiewijzer.register.policy.models import PolicyCode

POLICY_CODES = described(
    Sheet(code="policy_codes", columns=columns_of(PolicyCode, "code", "text"), key=("code",)),
    TEXTS / "policy.yaml",
)


class PolicyCodeTable(Table):
    """Policy codes, in and out of a workbook."""

    sheet = POLICY_CODES
    model = PolicyCode

    def stored(self) -> list[Stored]:
        return [Stored(self.target(row.pk), self.values(row)) for row in PolicyCode.objects.order_by("pk")]

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        new, changed = planned.of(State.NEW), planned.of(State.CHANGED)
        made = PolicyCode.objects.bulk_create(
            (
                PolicyCode(authority_id=context.authority, **self.attributes(entry.values, self.keys, context))
                for entry in new
            ),
            BATCH,
        )
        for entry, row in zip(new, made, strict=True):
            context.keys[entry.target] = row.pk
        for entry in changed:
            PolicyCode.objects.filter(pk=context.pk(entry.target)).update(
                **self.attributes(entry.values, entry.changed, context)
            )
        if new or changed:
            context.note(Verb.IMPORTED, TOLD_AS, None, {"rows": [None, len(new) + len(changed)]})
