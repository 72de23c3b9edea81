"""How do we read a file that may be hostile? In a process apart, with little memory, little time and no secrets."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import regiewijzer
from regiewijzer.register.exchange.files.folders import ENDING
from regiewijzer.register.exchange.files.limits import MEGABYTE, MOST_PARTS, OWN_FILE, UPLOAD, Limits, Reason, Refused
from regiewijzer.register.exchange.files.raw import File, RawSheet, from_json, joined

CHILD, LARGE = "regiewijzer.register.exchange.files.child", "--large"
SOURCE = Path(regiewijzer.__file__).parents[1]
OUT_OF_TIME = frozenset({-signal.SIGXCPU, -signal.SIGKILL})


def files_at(path: Path, within: Limits = UPLOAD) -> list[File]:
    """The file at this path, or the CSV files in this folder. Refused when there is nothing, or too much."""
    try:
        if not path.exists():
            raise Refused(Reason.NOTHING)
        found = sorted(each for each in path.iterdir() if each.suffix.lower() == ENDING) if path.is_dir() else [path]
        _judge_size(sum(each.stat().st_size for each in found), within)
        return [(each.name, each.read_bytes()) for each in found]
    except OSError as wrong:
        raise Refused(Reason.NOT_OPENED, name=str(wrong.filename or path)) from wrong


def read_files(files: Sequence[File], within: Limits = UPLOAD) -> tuple[RawSheet, ...]:
    """The sheets in these files. Refused, within `wall_seconds`, when they are unusable."""
    _judge_size(sum(len(data) for _name, data in files), within)
    if len(files) > MOST_PARTS:
        raise Refused(Reason.TOO_MANY_PARTS, found=len(files), most=MOST_PARTS)
    answer = _asked(joined(files), within)
    if "refused" in answer:
        raise Refused(Reason(answer["refused"]), **answer["numbers"])
    return from_json(answer["sheets"])


def environment() -> dict[str, str]:
    """What the reading process gets to know: where our modules are, and nothing of ours besides."""
    return {"PYTHONPATH": str(SOURCE), "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}


def _command() -> list[str]:
    return [sys.executable, "-s", "-m", CHILD]


def _asked(question: bytes, within: Limits) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [*_command(), *([LARGE] if within is OWN_FILE else [])],
            input=question,
            capture_output=True,
            env=environment(),
            check=False,
            timeout=within.wall_seconds,
        )
    except subprocess.TimeoutExpired as wrong:
        raise Refused(Reason.TOO_SLOW, seconds=round(within.wall_seconds)) from wrong
    if done.returncode in OUT_OF_TIME:
        raise Refused(Reason.TOO_SLOW, seconds=round(within.wall_seconds))
    if done.returncode == -signal.SIGABRT:  # how a reader in Rust ends when it gets no memory
        raise Refused(Reason.TOO_MUCH_MEMORY)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as wrong:
        raise Refused(Reason.DAMAGED) from wrong
    return answer


def _judge_size(size: int, within: Limits) -> None:
    if size > within.packed:
        raise Refused(Reason.TOO_LARGE, found=-(-size // MEGABYTE), most=within.packed // MEGABYTE)
