"""Keeps the database of a version for later: `python -m tests.versions.dump 0.2.0` makes 0.2.0.sql.gz beside this file.

The example authority in a folder of its own, with its tables and its migrations; what is long and made again from the
rest, or only a log, goes without rows. Made once, when a version is released; never made again.
"""

import gzip
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from regiewijzer.config import roles
from regiewijzer.config.embedded import SUPERUSER, Embedded

FOLDER = Path(__file__).parent
WITHOUT_ROWS = ("audit_entry", "search_searchentry", "shared_cache", "django_session")


def dump(version: str) -> Path:
    with tempfile.TemporaryDirectory(prefix="regiewijzer-dump-", ignore_cleanup_errors=True) as data:
        environment = {**os.environ, "DATA_DIR": data, "EXAMPLE": "1"}
        for command in ("migrate", "example"):
            subprocess.run([sys.executable, "-m", "regiewijzer.config.command", command], env=environment, check=True)
        embedded = Embedded(Path(data))
        embedded.start()
        without = [f"--exclude-table-data={table}" for table in WITHOUT_ROWS]
        where = ["-h", embedded.host, "-U", SUPERUSER, "-d", roles.DATABASE]
        done = embedded.run("pg_dump", "--rows-per-insert=200", *without, *where)
        embedded.leave()
    assert done.returncode == 0, done.stdout
    path = FOLDER / f"{version}.sql.gz"
    lines = [line for line in done.stdout.splitlines() if not line.startswith(("\\", "--"))]
    path.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    return path


if __name__ == "__main__":
    made = dump(sys.argv[1])
    print(f"{made}: {made.stat().st_size:,} bytes")
