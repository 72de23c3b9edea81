"""Which finding? Its key holds keys of this database; a file says the rule, what it is about, and the aspect."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from regiewijzer.library import catalogue
from regiewijzer.register.exchange.sheets.choices import Codes
from regiewijzer.register.exchange.sheets.kinds import Prose, Target, Value
from regiewijzer.register.exchange.sheets.links import KIND_OF, SHEET_OF, Subjects
from regiewijzer.register.exchange.sheets.sheet import Column, Values
from regiewijzer.register.exchange.tables.base import ImportContext
from regiewijzer.science.finding import OF_MANY, key_of

RULE = Column("rule", Codes(tuple(each.rule for each in catalogue.finding_types())))
ABOUT, ASPECT = Column("about", Subjects()), Column("aspect", Prose(60))
FINDING = (RULE, ABOUT, ASPECT)
MOST_VERSIONS = 1000  # of a rule
_SUBJECT = re.compile(rf"({'|'.join(SHEET_OF)})-(\d+)")


_MANY = re.compile(rf"{OF_MANY}-\d+-[0-9a-f]+")


def as_columns(key: str, kept: Iterable[Mapping[str, Any]]) -> dict[str, Value]:
    """What a finding is about, but for the rule. A decision from before it kept that has only the key to tell."""
    parts = key.split(":")[1:]
    found = [_SUBJECT.fullmatch(part) for part in parts]
    named = [(match[1], match[2]) for match in found if match]
    rest = [part for part, match in zip(parts, found, strict=True) if not match and not _MANY.fullmatch(part)]
    about = [(subject["kind"], subject["ref"]) for subject in kept] or named
    return {"about": tuple(Target(SHEET_OF[kind], pk=int(ref)) for kind, ref in about), "aspect": ":".join(rest)}


def as_key(values: Values, context: ImportContext) -> str:
    """The key of the finding these columns say; empty when they name nothing it is about."""
    about = subjects(values, context)
    if not values["rule"] or not about:
        return ""
    return key_of(str(values["rule"]), [(kind, pk) for kind, pk, _name in about], str(values["aspect"] or ""))


def subjects(values: Values, context: ImportContext) -> list[tuple[str, int, str]]:
    """Kind, key and name of each record it is about."""
    about = values["about"]
    assert isinstance(about, tuple)
    targets = [target for target in about if isinstance(target, Target)]
    return [(KIND_OF[target.sheet], context.pk(target), context.plan.name_of(target)) for target in targets]
