"""Which finding? Its key holds keys of this database; a file says the rule, what it is about, and the aspect."""

import re

from regiewijzer.library import catalogue
from regiewijzer.register.exchange.sheets.choices import Codes
from regiewijzer.register.exchange.sheets.kinds import Prose, Target, Value
from regiewijzer.register.exchange.sheets.links import KIND_OF, SHEET_OF, Subjects
from regiewijzer.register.exchange.sheets.sheet import Column, Values
from regiewijzer.register.exchange.tables.base import ImportContext

RULE = Column("rule", Codes(tuple(each.rule for each in catalogue.finding_types())))
ABOUT, ASPECT = Column("about", Subjects()), Column("aspect", Prose(60))
FINDING = (RULE, ABOUT, ASPECT)
MOST_VERSIONS = 1000  # of a rule
_SUBJECT = re.compile(rf"({'|'.join(SHEET_OF)})-(\d+)")


def as_columns(key: str) -> dict[str, Value]:
    """What a key says of its finding, but for the rule. A decision cannot name another decision."""
    parts = key.split(":")[1:]
    found = [_SUBJECT.fullmatch(part) for part in parts]
    about = tuple(Target(SHEET_OF[match[1]], pk=int(match[2])) for match in found if match)
    aspect = [part for part, match in zip(parts, found, strict=True) if not match]
    return {"about": about, "aspect": ":".join(aspect)}


def as_key(values: Values, context: ImportContext) -> str:
    """The key of the finding these columns say; empty when they name nothing it is about."""
    about = subjects(values, context)
    if not values["rule"] or not about:
        return ""
    parts = [str(values["rule"]), *(f"{kind}-{pk}" for kind, pk, _name in about), str(values["aspect"] or "")]
    return ":".join(part for part in parts if part)


def subjects(values: Values, context: ImportContext) -> list[tuple[str, int, str]]:
    """Kind, key and name of each record it is about."""
    about = values["about"]
    assert isinstance(about, tuple)
    targets = [target for target in about if isinstance(target, Target)]
    return [(KIND_OF[target.sheet], context.pk(target), context.plan.name_of(target)) for target in targets]
