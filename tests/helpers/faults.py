"""Faults put into the program on purpose: the trials that kill it must catch each of them."""

from __future__ import annotations

import time
from typing import Any

from facilitator.store import log, projection
from facilitator.store.log import Job
from facilitator.store.session import SaveStatus, SessionStore
from facilitator.store.writer import Writer

SLOW_SECONDS = 0.01
APART_SECONDS = 0.06
_write = Job.write


def tick_too_early() -> None:
    """Let the program say that a note is durable before it is, on a slow disk."""

    def slow_write(self: Job, db: Any) -> None:
        time.sleep(SLOW_SECONDS)
        _write(self, db)

    def do_not_wait(self: SessionStore) -> None:
        return

    def all_well(self: Writer) -> SaveStatus:
        return SaveStatus(0, None)

    Job.write = slow_write
    SessionStore.wait_saved = do_not_wait
    Writer._status = all_well


def write_in_pieces() -> None:
    """Let an edit reach the disk piece by piece, each a transaction of its own, on a slow disk."""

    def write(self: Job, db: Any) -> None:
        db.execute("INSERT INTO edit VALUES (?,?,?,?,?,?,?)", self.edit)
        for event in self.events:
            db.execute("INSERT INTO event VALUES (?,?,?,?,?,?,?,?)", event)
        for entity, id, field in self.erased:
            log.blank(db, entity, id, field, self.edit[1] if field else None)
        time.sleep(APART_SECONDS)
        projection.write(db, self.rows)

    Job.write = write


FAULTS = {"early": tick_too_early, "pieces": write_in_pieces}
