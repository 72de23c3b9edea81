"""Keeping the index in step with the records."""

from django.db import connection

from regiewijzer.register.search.models import SearchEntry
from regiewijzer.register.search.wording import tokens

LONGEST_LINE = 300
MOST_TEXT = 20_000


def index(
    *, authority: int, kind: str, record: int, title: str, line: str = "", text: str = "", archived: bool = False
) -> None:
    """Write or rewrite the entry of one record. Words of the title weigh more than words of the text."""
    heavy = tokens(title)
    light = tokens(f"{line} {text[:MOST_TEXT]}") - heavy
    literal = " ".join([f"'{token}':1A" for token in sorted(heavy)] + [f"'{token}':2C" for token in sorted(light)])
    table = SearchEntry._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} (authority_id, kind, record, title, line, archived, words) "  # noqa: S608 - our own table
            "values (%s, %s, %s, %s, %s, %s, %s::tsvector) on conflict (authority_id, kind, record) do update "
            "set title = excluded.title, line = excluded.line, archived = excluded.archived, words = excluded.words",
            [authority, kind, record, title[:LONGEST_LINE], line[:LONGEST_LINE], archived, literal],
        )


def forget(*, kind: str, record: int) -> None:
    """Take a record out of the index."""
    SearchEntry.objects.filter(kind=kind, record=record).delete()
