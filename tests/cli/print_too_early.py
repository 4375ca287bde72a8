"""The program with one fault put in: it prints a note's id before the note is durable, on a slow disk."""

from __future__ import annotations

import sys
import time
from typing import Any

from facilitator.cli.main import main
from facilitator.store.log import Job
from facilitator.store.session import SessionStore

write = Job.write


def slow_write(self: Job, db: Any) -> None:
    time.sleep(0.01)
    write(self, db)


def do_not_wait(self: SessionStore) -> None:
    return


Job.write = slow_write
SessionStore.wait_saved = do_not_wait
sys.exit(main())
