"""How much memory does the program hold when nobody asks anything? Every process that `regiewijzer run` starts.

`python benchmarks/memory.py` builds the example in a folder of its own, serves it, asks every page of the navigation a
few times and waits until all is at rest. What processes share is divided among them (PSS), so the sum is what the
machine misses. PostgreSQL is counted apart. It fails when the sum is too high. Linux only.
"""

import http.cookiejar
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

MOST_MEGABYTES = 400
PORT = 8961
ADDRESS = f"http://127.0.0.1:{PORT}"
LONGEST_START, REST = 300, 20
TIMES = 3


def command_of(process: int) -> str:
    words = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode().split()
    return " ".join(word.rpartition("/")[2] for word in words if not word.startswith("-"))


def family(process: int) -> list[int]:
    """The process and all it started, and they started."""
    parents: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        number, _, rest = status.read_text().partition(" ")
        parents.setdefault(int(rest.rpartition(")")[2].split()[1]), []).append(int(number))
    found = [process]
    for each in found:
        found += parents.get(each, [])
    return found


def megabytes(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def look_around() -> None:
    """Come in as the first role of the example and ask every page the overview leads to."""
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    door = visitor.open(ADDRESS).read().decode()
    token, position = (
        re.search(rf'name="{name}" value="([^"]+)"', door)[1] for name in ("csrfmiddlewaretoken", "position")
    )
    form = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "position": position}).encode()
    overview = visitor.open(urllib.request.Request(f"{ADDRESS}/example/", form, {"Referer": ADDRESS})).read().decode()
    pages = dict.fromkeys(re.findall(r'href="(/vliermonde/[^"#?]*)"', overview))
    for page in [*pages] * TIMES:
        visitor.open(ADDRESS + page).read()


def wait_until_served(program: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + LONGEST_START
    while True:
        try:
            urllib.request.urlopen(f"{ADDRESS}/healthz").close()
            return
        except OSError:
            assert program.poll() is None
            assert time.monotonic() < until
            time.sleep(0.5)


def main() -> None:
    data = tempfile.mkdtemp(prefix="regiewijzer-memory-")
    environment = {**os.environ, "DATA_DIR": data, "EXAMPLE": "1"}
    command = [sys.executable, "-m", "regiewijzer.config.command", "run", "--port", str(PORT)]
    program = subprocess.Popen(command, env=environment)
    try:
        wait_until_served(program)
        look_around()
        time.sleep(REST)
        sizes = {process: megabytes(process) for process in family(program.pid)}
        for process, size in sizes.items():
            print(f"{size:8.1f} MB  {command_of(process)}")
        total = sum(sizes.values())
        print(f"{total:8.1f} MB  in all, PostgreSQL apart")
        assert total < MOST_MEGABYTES, f"{total:.0f} MB"
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait()
        shutil.rmtree(data)


if __name__ == "__main__":
    main()
