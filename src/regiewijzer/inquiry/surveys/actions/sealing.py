"""How does an answer get into the house without anybody seeing whose it is? The only code that writes sealed tables.

Nothing here reads an answer into the program. After every answer, and once more at closing, all answers of the survey
are written again in an order by chance, under new ids: then neither the order of rows nor the number of the
transaction (`xmin`) that wrote them says who came first. Texts are shuffled apart from the answers.

Codes have 128 bits of chance, so one round of SHA-256 over salt and code keeps them.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.db import connection

from regiewijzer.inquiry.surveys.models import Invitee, Survey
from regiewijzer.science.scoring.definitions import Answers

CODE_BYTES = 16
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
CODE_LENGTH, IN_A_GROUP = 26, 5
LOOK_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
SEAL_LOCK = 7002  # first key of the advisory lock; the second is the survey


class NoSuchCode(Exception):
    """The code opens nothing here: used already, of another survey, or mistyped. Nobody can say which."""


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
    """Add a form that came in. Who calls this mixes afterwards, in the same transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into surveys_sealedanswers (id, authority_id, survey_id, cell, name, answers) "
            "values (%s, %s, %s, %s, %s, %s)",
            [uuid4(), survey.authority_id, survey.pk, spent.cell, spent.name, json.dumps(dict(answers))],
        )
        cursor.executemany(
            "insert into surveys_sealedtext (id, authority_id, survey_id, question, text) values (%s, %s, %s, %s, %s)",
            [(uuid4(), survey.authority_id, survey.pk, question, text) for question, text in sorted(texts.items())],
        )


def mix(survey: Survey) -> None:
    """Write every answer and every text of the survey again, each in an order of its own by chance."""
    with connection.cursor() as cursor:
        cursor.execute(
            "with gone as (delete from surveys_sealedanswers where survey_id = %s "
            "returning authority_id, survey_id, cell, name, answers) "
            "insert into surveys_sealedanswers (id, authority_id, survey_id, cell, name, answers) "
            "select gen_random_uuid(), * from gone order by gen_random_uuid()",
            [survey.pk],
        )
        cursor.execute(
            "with gone as (delete from surveys_sealedtext where survey_id = %s "
            "returning authority_id, survey_id, question, text) "
            "insert into surveys_sealedtext (id, authority_id, survey_id, question, text) "
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
    with connection.cursor() as cursor:
        cursor.execute("delete from surveys_sealedanswers where survey_id = %s", [survey.pk])
        cursor.execute("delete from surveys_sealedtext where survey_id = %s", [survey.pk])
