"""Eight ways in which an administrator who reads everything could link an answer to a person, and a survey to try on.

The administrator reads all tables with their system columns (`ctid`, the place of a row; `xmin`, the transaction that
wrote it), the files of those tables with the rows in them that were written over, and the journal of the database
(WAL), has a copy of the tables from the moment of launch, and the log of the web server, which says who sent a form in
which order; not the key of the survey. Each attack guesses for every person which row is theirs. By chance one guess of
a survey is right.
"""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import Privacy, questionnaire
from regiewijzer.inquiry.surveys.actions import answering, launching, mailing, sealing
from regiewijzer.inquiry.surveys.actions.launching import Asked
from regiewijzer.inquiry.surveys.models import Survey
from tests.databases import as_superuser

PEOPLE = 12
KEY = "readiness"  # about the authority itself
CHANCE = 1.0

Row = tuple[Any, ...]
Guess = Sequence[tuple[str, str]]
"""Pairs of a person's address and the answer that is thought to be theirs."""


@dataclass
class Copy:
    """What the administrator sees at one moment. Rows come in the order in which they lie on the disk."""

    invitees: list[Row]  # address, xmin
    codes: list[Row]  # hash, xmin
    answers: list[Row]  # whose it is in truth, id, xmin
    texts: list[Row]
    journal: bytes  # what it tells since the launch
    heap: bytes  # the files of the tables, as they lie on the disk


@dataclass
class Simulated:
    """One survey that ran. `log`: who sent a form, in order. `holders`: the hash of each code and whose it is."""

    launch: Copy
    running: Copy
    closed: Copy
    log: list[str]
    holders: dict[str, str] = field(default_factory=dict)


def simulated(authority: Authority, chance: random.Random) -> Simulated:
    """A survey among twelve, who answer in an order of their own. Every answer says in truth whose it is.

    Nobody was in a survey before, of which the disk may still tell.
    """
    town = chance.getrandbits(64)
    people = [f"lid{number:02}@{town}.example.org" for number in range(PEOPLE)]
    with inside(authority.pk):
        survey = _draft(authority, chance.sample(people, PEOPLE))
    with _kept_journal() as since:
        return _ran(authority, survey, chance, people, since)


def _ran(authority: Authority, survey: Survey, chance: random.Random, people: list[str], since: str) -> Simulated:
    codes: dict[str, str] = {}
    _launch(survey, codes)
    launch = _copy(authority, survey, since)
    log = chance.sample(people, PEOPLE)
    for address in log:
        with inside(authority.pk):
            answering.answer(
                survey=survey,
                code=codes[address],
                answers={"whose": address},
                texts={"why": address},
                today=timezone.localdate(),
            )
    running = _copy(authority, survey, since)
    with inside(authority.pk):
        launching.close(survey=survey, actor=Actor(authority.pk), today=timezone.localdate())
    holders = {sealing.hash_of(survey, code): address for address, code in codes.items()}
    return Simulated(launch, running, _copy(authority, survey, since), log, holders)


def _draft(authority: Authority, people: list[str]) -> Survey:
    survey = Survey(
        key=KEY,
        version=1,
        subject="authority",
        privacy=Privacy.CONFIDENTIAL,
        closes_on=timezone.localdate() + timedelta(days=7),
    )
    asked = [Asked(address) for address in people]
    return launching.save_draft(survey=survey, asked=asked, actor=Actor(authority.pk))


def _launch(survey: Survey, codes: dict[str, str]) -> None:
    """Launch without a mail server; the codes are caught where they would go into the mails."""
    with inside(survey.authority_id):
        launching.launch(
            survey=survey,
            questionnaire=questionnaire(KEY),
            actor=Actor(survey.authority_id),
            today=timezone.localdate(),
        )
        addresses = dict(survey.invitees.values_list("pk", "email"))
        codes.update({addresses[pk]: code for pk, code in mailing.new_codes(survey).items()})


def _copy(authority: Authority, survey: Survey, since: str) -> Copy:
    with inside(authority.pk), connection.cursor() as cursor:

        def read(columns: str, table: str) -> list[Row]:
            cursor.execute(
                f"select {columns}, xmin::text::bigint from {table} where survey_id = %s order by ctid",
                [survey.pk],
            )
            return cursor.fetchall()

        return Copy(
            invitees=read("email", "surveys_invitee"),
            codes=read("hash", "surveys_code"),
            answers=[
                (_whose(survey, json.loads(stored)), *rest)
                for stored, *rest in read("answers::text, id::text", "surveys_sealedanswers")
            ],
            texts=read("text, id::text", "surveys_sealedtext"),
            journal=_journal(cursor, since),
            heap=_heap(cursor),
        )


@contextmanager
def _kept_journal() -> Iterator[str]:
    """From which place on the journal stays on the disk, whatever PostgreSQL cleans up meanwhile."""
    slot = f"reader_{uuid4().hex}"
    with as_superuser("postgres") as admin, connection.cursor() as cursor:
        admin.execute("select pg_create_physical_replication_slot(%s, true)", [slot])
        try:
            yield place_in_journal(cursor)
        finally:
            admin.execute("select pg_drop_replication_slot(%s)", [slot])


def _heap(cursor: Any) -> bytes:
    """The files of what holds answers and texts, written to the disk first."""
    with as_superuser("postgres") as admin:
        admin.execute("checkpoint")
    cursor.execute(
        "select pg_relation_filepath(oid) from pg_class where oid in "
        "('surveys_sealedanswers'::regclass, 'surveys_sealedtext'::regclass) order by relname"
    )
    folder: Path = settings.EMBEDDED.places.data
    return b"".join((folder / name).read_bytes() for (name,) in cursor.fetchall())


def _first(files: bytes, address: str) -> int:
    """Where this answer is first told, as a column or as a text in one; -1 when nowhere."""
    places = [files.find(form.encode()) for form in (f"whose{address}", f'"whose": "{address}"')]
    return min((place for place in places if place >= 0), default=-1)


def _whose(survey: Survey, stored: dict[str, Any]) -> str:
    """In truth, for the referee alone: the administrator has no key."""
    return str(sealing.opened(survey, "", stored).answers["whose"])


def place_in_journal(cursor: Any) -> str:
    cursor.execute("select pg_current_wal_insert_lsn()::text")
    return str(cursor.fetchone()[0])


def _journal(cursor: Any, since: str) -> bytes:
    """The journal of the database from a place on, as it lies on the disk."""
    folder: Path = settings.EMBEDDED.places.data
    cursor.execute("select setting::bigint from pg_settings where name = 'wal_segment_size'")
    (size,) = cursor.fetchone()
    start, end = (_number(each) for each in (since, place_in_journal(cursor)))
    journal = b"".join(
        (folder / "pg_wal" / f"00000001{nr // (2**32 // size):08X}{nr % (2**32 // size):08X}").read_bytes()
        for nr in range(start // size, end // size + 1)
    )
    return journal[start % size : start % size + end - start]


def _number(lsn: str) -> int:
    high, _slash, low = lsn.partition("/")
    return (int(high, 16) << 32) + int(low, 16)


def by_place(copy: Copy, ran: Simulated) -> Guess:
    """The first row belongs to the first on the list."""
    return _paired([row[0] for row in copy.invitees], copy.answers)


def by_age(copy: Copy, ran: Simulated) -> Guess:
    """The oldest row belongs to who sent first, says the log; rows of one age in the order they lie."""
    return _paired(ran.log, sorted(copy.answers, key=lambda row: row[-1]))


def by_id(copy: Copy, ran: Simulated) -> Guess:
    """The lowest id belongs to who sent first."""
    return _paired(ran.log, sorted(copy.answers, key=lambda row: row[1]))


def by_same_transaction(copy: Copy, ran: Simulated) -> Guess:
    """A row that a person's own row was changed together with is theirs; the others in order."""
    ages = {row[-1]: row[0] for row in copy.invitees}
    own = {ages[row[-1]]: row for row in copy.answers if row[-1] in ages}
    left = [row for row in copy.answers if row not in own.values()]
    others = [address for address in ran.log if address not in own]
    return [*((address, row[0]) for address, row in own.items()), *_paired(others, left)]


def by_text(copy: Copy, ran: Simulated) -> Guess:
    """What somebody wrote lies where their answers lie, and came when they sent."""
    return _paired(ran.log, sorted(copy.texts, key=lambda row: row[-1]))


def by_code(copy: Copy, ran: Simulated) -> Guess:
    """The first code went into the first mail, and mails go out by the alphabet; then the used code names a person."""
    listed = sorted(row[0] for row in ran.launch.invitees)
    return _paired(listed, [(ran.holders[row[0]],) for row in ran.launch.codes])


def by_journal(copy: Copy, ran: Simulated) -> Guess:
    """What the journal tells first was sent first. An administrator knows what could be answered: here, addresses."""
    return _paired(ran.log, _told(copy.journal, ran))


def by_heap(copy: Copy, ran: Simulated) -> Guess:
    """What lies first in the file of a table, rows that were written over among them, was sent first.

    PostgreSQL fills a page from its end, so what came first lies last in it.
    """
    return _paired(ran.log, _told(copy.heap, ran)[::-1])


def _told(file: bytes, ran: Simulated) -> list[Row]:
    """Whose answers a file tells, in the order in which they lie."""
    found = {address: _first(file, address) for address in ran.log}
    return [(address,) for at, address in sorted((at, address) for address, at in found.items() if at >= 0)]


ATTACKS: tuple[Callable[[Copy, Simulated], Guess], ...] = (
    by_place,
    by_age,
    by_id,
    by_same_transaction,
    by_text,
    by_code,
    by_journal,
    by_heap,
)


def _paired(people: Sequence[str], rows: Sequence[Row]) -> Guess:
    return [(person, str(row[0])) for person, row in zip(people, rows, strict=False)]


def links(authority: Authority, surveys: int, seed: int = 1) -> dict[str, float]:
    """How many guesses of each attack are right in a survey of twelve, on average: while it runs, and closed."""
    chance = random.Random(seed)
    right: dict[str, int] = {name: 0 for name, _right in _judged(None)}
    for _number in range(surveys):
        for name, correct in _judged(simulated(authority, chance)):
            right[name] += correct
    return {name: total / surveys for name, total in right.items()}


def _judged(ran: Simulated | None) -> Iterator[tuple[str, int]]:
    for attack in ATTACKS:
        for moment in ("running", "closed"):
            guess = attack(getattr(ran, moment), ran) if ran else ()
            yield f"{attack.__name__}, {moment}", sum(person == truth for person, truth in guess)
