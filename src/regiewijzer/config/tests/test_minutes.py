import json

import pytest
from click.testing import CliRunner

from regiewijzer.config.minutes import minutes


def test_minutes_are_printed_as_one_object(tmp_path):
    path = tmp_path / "verslag.txt"
    path.write_bytes("Netwerk Zorg\n3 maart 2026\nAanwezig: José Bal\nActie: bellen (José, 4/5)\n".encode("cp1252"))

    answer = CliRunner().invoke(minutes, [str(path), "--json"])

    assert answer.exit_code == 0
    assert json.loads(answer.output) == {
        "date": "2026-03-03",
        "network": "Netwerk Zorg",
        "present": ["José Bal"],
        "excused": [],
        "actions": [{"text": "bellen", "owners": ["José"], "due": "2026-05-04", "due_words": "4/5", "done": False}],
        "decisions": [],
    }


def test_an_empty_file_says_that_nothing_stands_in_it(tmp_path):
    path = tmp_path / "leeg.txt"
    path.write_text("")

    answer = CliRunner().invoke(minutes, [str(path)])

    assert answer.exit_code == 0
    assert "Acties: 0" in answer.output


@pytest.mark.parametrize("content", [b"PK\x03\x04\0\0\0", b"\x89PNG\r\n\x1a\n\0", None, b"a" * 1_000_001])
def test_what_is_no_text_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "verslag.docx"
    if content is not None:
        path.write_bytes(content)

    answer = CliRunner().invoke(minutes, [str(path), "--json"])

    assert answer.exit_code == 2
    assert "verslag" in answer.output
    assert "Traceback" not in answer.output
