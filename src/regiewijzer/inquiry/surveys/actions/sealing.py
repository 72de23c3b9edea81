"""How does an answer get into the house without anybody seeing whose it is? The only code that writes sealed tables.

Until the survey closes an answer lies in an envelope: encrypted under a key of the survey that is a file outside the
database, with its cell and its texts in it, as long as most others. After every answer all envelopes are written again
in an order by chance, under new ids: then neither the order of rows nor the number of the transaction (`xmin`) that
wrote them says who came first. At closing they are opened, answers and texts each in an order of their own by chance,
and the key is destroyed: what the journal of the database (WAL) kept of them can be opened by nobody any more.

Codes have 128 bits of chance, so one round of SHA-256 over salt and code keeps them.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from uuid import uuid4

from cryptography.fernet import InvalidToken
from django.db import connection, transaction

from regiewijzer.foundation import keys
from regiewijzer.inquiry.surveys.models import Invitee, Survey
from regiewijzer.science.scoring.definitions import Answers

CODE_BYTES = 16
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
CODE_LENGTH, IN_A_GROUP = 26, 5
LOOK_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
KEYS = "survey-"  # what the names of their keys begin with
LEAST_LENGTH = 4096  # bytes of a form in an envelope; longer ones are twice, four times ... as long
NO_TIME = 0  # an envelope would else say when it was closed
SEAL_LOCK = 7002  # first key of the advisory lock; the second is the survey


Row = TypeVar("Row")


class NoSuchCode(Exception):
    """The code opens nothing here: used already, of another survey, or mistyped. Nobody can say which."""


class KeyGone(Exception):
    """Envelopes of this survey cannot be opened: the key they were closed under is not here. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form as it came in."""

    cell: str
    answers: Answers
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Spent:
    """What a code that was just used knew: the cell, and a name when the survey is with names."""

    cell: str
    name: str


def make_codes(survey: Survey, invitees: Sequence[Invitee]) -> dict[int, str]:
    """A new code for everybody named, by the key of the invitee; only the hashes are kept, in their own order.

    Codes that are there already are written again among the new ones, so that no row tells when it came.
    """
    codes = {invitee.pk: new_code() for invitee in invitees}
    new = [
        (hash_of(survey, codes[each.pk]), each.cell, each.name or each.email if survey.named else "")
        for each in invitees
    ]
    with connection.cursor() as cursor:
        cursor.execute("delete from surveys_code where survey_id = %s returning hash, cell, name", [survey.pk])
        rows = sorted([*cursor.fetchall(), *new])
        cursor.executemany(
            "insert into surveys_code (authority_id, survey_id, hash, cell, name) values (%s, %s, %s, %s, %s)",
            [(survey.authority_id, survey.pk, *row) for row in rows],
        )
    return codes


def new_code() -> str:
    """A code as it stands in a mail: letters and figures that are not mistaken for each other, in groups."""
    number = int.from_bytes(secrets.token_bytes(CODE_BYTES))
    letters = "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(CODE_LENGTH)))
    return "-".join(letters[start : start + IN_A_GROUP] for start in range(0, CODE_LENGTH, IN_A_GROUP))


def as_typed(code: str) -> str:
    """The letters of a code however somebody typed it: small letters, spaces, an O for a zero."""
    return "".join(letter for letter in code.upper().translate(LOOK_ALIKE) if letter in LETTERS)


def hash_of(survey: Survey, code: str) -> str:
    return hashlib.sha256(f"{survey.salt}:{as_typed(code)}".encode()).hexdigest()


def hold(survey: Survey) -> None:
    """Nobody else answers or closes this survey until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [SEAL_LOCK, survey.pk])


def spend(survey: Survey, code: str) -> Spent:
    """Use a code: its row is gone. NoSuchCode when it opens nothing here."""
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from surveys_code where survey_id = %s and hash = %s returning cell, name",
            [survey.pk, hash_of(survey, code)],
        )
        row = cursor.fetchone()
    if row is None:
        raise NoSuchCode
    return Spent(*row)


def revoke(survey: Survey, hashed: str) -> bool:
    """Let the code with this hash open nothing any more. False when it opened something already."""
    with connection.cursor() as cursor:
        cursor.execute("delete from surveys_code where survey_id = %s and hash = %s", [survey.pk, hashed])
        return bool(cursor.rowcount)


def put_in(survey: Survey, spent: Spent, answers: Answers, texts: Mapping[str, str]) -> None:
    """Add a form that came in, in an envelope unless it carries a name. Who calls this mixes, in one transaction."""
    if survey.named:
        _insert(survey, [(spent.cell, spent.name, json.dumps({**answers, **texts}))], [])
    else:
        closed = {"envelope": _closed(survey, Form(spent.cell, answers, texts))}
        _insert(survey, [("", "", json.dumps(closed))], [])


def put_in_open(survey: Survey, forms: Sequence[Form]) -> None:
    """Add forms of a survey that is closed, answers and texts each in an order of their own by chance."""
    answers = _shuffled([(form.cell, "", json.dumps(dict(form.answers))) for form in forms])
    _insert(survey, answers, _shuffled([text for form in forms for text in form.texts.items()]))


def key_of(survey: Survey) -> str:
    """What the key of its envelopes is called."""
    return f"{KEYS}{survey.pk}"


def open_all(survey: Survey) -> None:
    """Take every form out of its envelope. KeyGone when one cannot be opened.

    Whoever calls this destroys the key, once all of it is kept. Forms that an earlier version kept without an envelope
    are shuffled among the others.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from surveys_sealedanswers where survey_id = %s returning cell, answers::text", [survey.pk]
        )
        rows = [(cell, json.loads(stored)) for cell, stored in cursor.fetchall()]
        cursor.execute("delete from surveys_sealedtext where survey_id = %s returning question, text", [survey.pk])
        apart = [Form("", {}, dict([text])) for text in cursor.fetchall()]
    forms = [opened(survey, cell, stored) for cell, stored in rows]
    answers = _shuffled([(form.cell, "", json.dumps(dict(form.answers))) for form in forms])
    _insert(survey, answers, _shuffled([text for form in [*forms, *apart] for text in form.texts.items()]))


def opened(survey: Survey, cell: str, stored: Mapping[str, Any]) -> Form:
    """A form out of what a row holds. KeyGone when the key of its envelope is not here."""
    if "envelope" not in stored:
        return Form(cell, stored, {})
    if key_of(survey) not in keys.names(KEYS):
        raise KeyGone
    try:
        form = json.loads(keys.envelope(key_of(survey)).decrypt(stored["envelope"]))
    except InvalidToken as foreign:
        raise KeyGone from foreign
    return Form(form["cell"], form["answers"], form["texts"])


def _closed(survey: Survey, form: Form) -> str:
    content = json.dumps({"cell": form.cell, "answers": dict(form.answers), "texts": dict(form.texts)}).encode()
    length = LEAST_LENGTH
    while length < len(content):
        length *= 2
    return keys.envelope(key_of(survey)).encrypt_at_time(content.ljust(length), NO_TIME).decode()


def _insert(survey: Survey, answers: Sequence[tuple[str, str, str]], texts: Sequence[tuple[str, str]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into surveys_sealedanswers (id, authority_id, survey_id, cell, name, answers) "
            "values (%s, %s, %s, %s, %s, %s)",
            [(uuid4(), survey.authority_id, survey.pk, *row) for row in answers],
        )
        cursor.executemany(
            "insert into surveys_sealedtext (id, authority_id, survey_id, question, text) values (%s, %s, %s, %s, %s)",
            [(uuid4(), survey.authority_id, survey.pk, question, text) for question, text in texts],
        )


def _shuffled(rows: list[Row]) -> list[Row]:
    return secrets.SystemRandom().sample(rows, len(rows))


def mix(survey: Survey) -> None:
    """Write every form of the survey again, in an order by chance."""
    with connection.cursor() as cursor:
        cursor.execute(
            "with gone as (delete from surveys_sealedanswers where survey_id = %s "
            "returning authority_id, survey_id, cell, name, answers) "
            "insert into surveys_sealedanswers (id, authority_id, survey_id, cell, name, answers) "
            "select gen_random_uuid(), * from gone order by gen_random_uuid()",
            [survey.pk],
        )


def drop_codes(survey: Survey) -> None:
    """No code opens this survey any more."""
    with connection.cursor() as cursor:
        cursor.execute("delete from surveys_code where survey_id = %s", [survey.pk])


def destroy(survey: Survey) -> None:
    """Everything sealed of a survey is gone, unread."""
    drop_codes(survey)
    transaction.on_commit(partial(keys.destroy, key_of(survey)))
    with connection.cursor() as cursor:
        cursor.execute("delete from surveys_sealedanswers where survey_id = %s", [survey.pk])
        cursor.execute("delete from surveys_sealedtext where survey_id = %s", [survey.pk])
