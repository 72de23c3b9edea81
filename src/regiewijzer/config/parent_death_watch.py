"""Runs one command and ends it, with its whole group, when the process that holds the other end of the pipe is gone.

`python -m regiewijzer.config.parent_death_watch FD COMMAND...`: without it, kill -9 of the supervisor would leave
every page process serving on the port.
"""

import os
import select
import signal
import subprocess
import sys
from types import FrameType

LOOK_EVERY = 0.5


def main() -> int:
    pipe, command = int(sys.argv[1]), sys.argv[2:]
    child = subprocess.Popen(command)

    def pass_on(number: int, _frame: FrameType | None) -> None:
        child.send_signal(number)

    signal.signal(signal.SIGTERM, pass_on)
    signal.signal(signal.SIGINT, pass_on)
    while child.poll() is None:
        let_go, _, _ = select.select([pipe], [], [], LOOK_EVERY)
        if let_go:
            os.killpg(os.getpgrp(), signal.SIGKILL)
    return child.returncode


if __name__ == "__main__":
    sys.exit(main())
