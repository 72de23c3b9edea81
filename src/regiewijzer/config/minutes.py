"""The command that reads minutes without a server, an account or a database."""

import sys
from pathlib import Path

import click

from regiewijzer.config.options import json_option, print_object
from regiewijzer.science.minutes.reading import read_minutes
from regiewijzer.science.minutes.shapes import MarkedAction, ReadMinutes

UNUSABLE = 2
MOST_BYTES = 1_000_000  # minutes are pages, not books; ours


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@json_option
def minutes(path: Path, as_json: bool) -> None:
    """Read minutes in a text file: what is marked in them as an action or a decision.

    Also who was there, and when.

    Only fixed marks count: "Actie: ... (wie, tegen wanneer)", a table with Actie and Wie, "-> An belt ...". What is not
    marked is not proposed. Stores nothing. Ends with 2 when the file cannot be read.
    """
    found = read_minutes(_text_of(path))
    if as_json:
        print_object(_as_object(found))
    else:
        click.echo(_as_page(found))


def _text_of(path: Path) -> str:
    if not path.is_file():
        _refuse(f"Er is geen bestand “{path}”.")
    if path.stat().st_size > MOST_BYTES:
        _refuse(f"“{path.name}” is te groot: een verslag telt hoogstens 1 MB tekst.")
    raw = path.read_bytes()
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if any(sign in text for sign in ("\0", "\ufffd")):
        _refuse(f"“{path.name}” is geen tekst. Bewaar het verslag als .txt, of plak het in het scherm van het overleg.")
    return text


def _refuse(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(UNUSABLE)


def _as_object(found: ReadMinutes) -> dict[str, object]:
    return {
        "date": str(found.date) if found.date else None,
        "network": found.network,
        "present": list(found.present),
        "excused": list(found.excused),
        "actions": [_action(action) for action in found.actions],
        "decisions": [decision.text for decision in found.decisions],
    }


def _action(action: MarkedAction) -> dict[str, object]:
    return {
        "text": action.text,
        "owners": list(action.owners),
        "due": str(action.due) if action.due else None,
        "due_words": action.due_words or None,
        "done": action.done,
    }


def _as_page(found: ReadMinutes) -> str:
    lines = [
        f"Netwerk: {found.network or 'staat er niet'}",
        f"Datum: {found.date or 'staat er niet'}",
        f"Aanwezig: {', '.join(found.present) or 'staat er niet'}",
        f"Verontschuldigd: {', '.join(found.excused) or 'staat er niet'}",
        f"Besluiten: {len(found.decisions)}",
        *(f"  - {decision.text}" for decision in found.decisions),
        f"Acties: {len(found.actions)}",
        *(f"  - {_in_words(action)}" for action in found.actions),
    ]
    return "\n".join(lines)


def _in_words(action: MarkedAction) -> str:
    when = str(action.due) if action.due else action.due_words
    facts = [", ".join(action.owners) or "wie staat er niet", f"tegen {when}" if when else "wanneer staat er niet"]
    return f"{action.text} ({', '.join(facts)})" + (" klaar" if action.done else "")
