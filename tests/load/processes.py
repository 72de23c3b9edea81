"""Which processes does a running program consist of, and what does each do?"""

from contextlib import suppress
from pathlib import Path

from tests.load.program import Program


def processes(program: Program) -> dict[int, str]:
    """Every process that serves the program but the supervisor: its number, and what it is called."""
    parents: dict[int, tuple[int, str]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            head, _bracket, rest = status.read_text().rpartition(")")
            number, _open, name = head.partition(" (")
            parents[int(number)] = (int(rest.split()[1]), name)
    ours = {program.process}
    with suppress(OSError, ValueError, IndexError):
        ours.add(int((program.database().places.data / "postmaster.pid").read_text().split()[0]))
    grown = True
    while grown:
        more = {number for number, (parent, _name) in parents.items() if parent in ours} - ours
        grown = bool(more)
        ours |= more
    return {number: _role(number, parents[number][1]) for number in ours - {program.process} if number in parents}


def _role(number: int, name: str) -> str:
    """What a process does, by its command line."""
    try:
        command = Path(f"/proc/{number}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return name
    if "postgres" in name:
        return "postmaster" if " -D" in command else "backend"
    for word, role in (
        ("config.live", "live"),
        ("config.asgi", "pages"),
        ("config.worker", "tasks"),
        ("config.daily", "daily"),
    ):
        if word in command:
            return role
    return name
