"""What does the reading process do? It runs as `python -m regiewijzer.register.exchange.files.child`, without secrets.

On standard input: the files, as `raw.joined` makes them. On standard output: JSON with the
sheets, or why the file is refused. A file that breaks the reader breaks this process, never the program.
"""

import contextlib
import json
import resource
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

from regiewijzer.register.exchange.files.containers import ZIP, is_open_document, is_workbook, opened, refuse_old_format
from regiewijzer.register.exchange.files.folders import TEXT_ENDINGS, files_in, read_folder
from regiewijzer.register.exchange.files.limits import OWN_FILE, UPLOAD, Limits, Reason, Refused
from regiewijzer.register.exchange.files.open_documents import read_open_document
from regiewijzer.register.exchange.files.raw import File, RawSheet, parted, to_json
from regiewijzer.register.exchange.files.workbooks import read_workbook


def read(files: Sequence[File], within: Limits) -> tuple[RawSheet, ...]:
    """The sheets of a workbook (.xlsx, .ods), a zip file with CSV files, or CSV files. Refused when there are none."""
    if not files:
        raise Refused(Reason.NOTHING)
    for _name, data in files:
        refuse_old_format(data)
    packed = [data for _name, data in files if data.startswith(ZIP)]
    if not packed:
        return _read_texts(files, within)
    if len(files) > 1:
        raise Refused(Reason.MIXED)
    container = opened(packed[0], within)
    if is_workbook(container):
        return read_workbook(container, within)
    if is_open_document(container):
        return read_open_document(container, within)
    return read_folder(files_in(container), within)


def _read_texts(files: Sequence[File], within: Limits) -> tuple[RawSheet, ...]:
    wrong = next((name for name, _data in files if not name.lower().endswith(TEXT_ENDINGS)), None)
    if wrong is not None:
        raise Refused(Reason.WRONG_TYPE, file=wrong)
    return read_folder(files, within)


def answer(incoming: BinaryIO, within: Limits) -> dict[str, Any]:
    """What to send back for what came in."""
    try:
        return {"sheets": to_json(read(parted(incoming), within))}
    except Refused as refused:
        return {"refused": refused.reason, "numbers": dict(refused.numbers)}
    except MemoryError:
        return {"refused": Reason.TOO_MUCH_MEMORY, "numbers": {}}


def limit(within: Limits) -> None:
    """Memory and time of this process; where a system knows no such limit, the clock of the parent remains."""
    for what, most in ((resource.RLIMIT_AS, within.memory), (resource.RLIMIT_CPU, within.cpu_seconds)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _within = OWN_FILE if "--large" in sys.argv else UPLOAD
    limit(_within)
    json.dump(answer(sys.stdin.buffer, _within), sys.stdout)
