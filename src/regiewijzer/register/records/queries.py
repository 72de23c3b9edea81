"""Which records are there already under the name of another?"""

from typing import TypeVar

from regiewijzer.register.records.models import Record
from regiewijzer.science.names import compared

R = TypeVar("R", bound=Record)


def namesakes_of(record: R) -> list[R]:
    """Others of its kind with its name, those in the archive too; none when it keeps the name it has."""
    model, asked = type(record), compared(record.name)
    rows = model._default_manager.all()
    if record.pk and compared(rows.get(pk=record.pk).name) == asked:
        return []
    facts = record.facts() if model.ALIKE_IN else {}
    others = rows.exclude(pk=record.pk).filter(**{name: facts[name] for name in model.ALIKE_IN})
    keys = [key for key, name in others.values_list("pk", "name") if compared(name) == asked]
    return list(others.filter(pk__in=keys).select_related("authority").order_by("pk")) if keys else []
