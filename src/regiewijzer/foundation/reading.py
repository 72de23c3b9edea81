"""How does a page read many small things? With one question to the database, and SQL that was made once.

A page about one record wants a few rows of twenty tables. Making the SQL of twenty querysets costs far more than
answering it, and each question has its price as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet, prefetch_related_objects
from django.db.models.query import get_related_populators


@dataclass(frozen=True, slots=True)
class Select:
    """A queryset with its SQL, ready to be asked again with other values."""

    sql: str
    parameters: tuple[Any, ...]
    compiler: Any
    prefetches: tuple[Any, ...]

    @classmethod
    def of(cls, rows: QuerySet[Any]) -> "Select":
        """Of whole rows of a model. Empty SQL when nothing can match."""
        compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        try:
            sql, parameters = compiler.as_sql()
        except EmptyResultSet:
            sql, parameters = "", ()
        return cls(sql, tuple(parameters), compiler, tuple(rows._prefetch_related_lookups))  # type: ignore[attr-defined]

    def with_value(self, placeholder: object, value: object) -> "Select":
        """The same with another value in one place."""
        parameters = tuple(value if each == placeholder else each for each in self.parameters)
        return Select(self.sql, parameters, self.compiler, self.prefetches)

    def objects(self, rows: Iterable[Sequence[Any]]) -> list[Any]:
        """The rows as the queryset would give them, with what it counts beside them."""
        made, select, about = self.compiler, self.compiler.select, self.compiler.klass_info
        start, end = about["select_fields"][0], about["select_fields"][-1] + 1
        names = [column[0].target.attname for column in select[start:end]]
        populators = get_related_populators(about, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]
        found = []
        for row in made.results_iter([rows]):
            each = about["model"].from_db(DEFAULT_DB_ALIAS, names, row[start:end])
            for populator in populators:
                populator.populate(row, each)
            for name, place in made.annotation_col_map.items():
                setattr(each, name, row[place])
            found.append(each)
        if found and self.prefetches:
            prefetch_related_objects(found, *self.prefetches)
        return found


def read_at_once(selects: Sequence[Select]) -> list[list[Any]]:
    """The rows of each, asked in one go."""
    asked = [select for select in selects if select.sql]
    rows = iter(_rows_of(asked) if asked else ())
    return [select.objects(next(rows)) if select.sql else [] for select in selects]


def _rows_of(selects: Sequence[Select]) -> list[list[Sequence[Any]]]:
    parameters = [value for select in selects for value in select.parameters]
    found = []
    with connection.cursor() as cursor:
        cursor.execute(";\n".join(select.sql for select in selects), parameters)
        for _select in selects:
            found.append(cursor.fetchall())
            cursor.nextset()
    return found
