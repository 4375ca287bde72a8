"""Open a dialogue for one command and leave it properly, whatever happens."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from facilitator.cli.output import Desk
from facilitator.domain.errors import UserError
from facilitator.store.session import SessionStore


@contextmanager
def to_read(path: Path, desk: Desk) -> Generator[SessionStore]:
    """Open for looking only, so that it works beside an open window."""
    with finishing(SessionStore.open(path, source=desk.settings.source, readonly=True)) as store:
        yield store


@contextmanager
def to_write(path: Path, desk: Desk) -> Generator[SessionStore]:
    """Open for writing.

    Raises:
        UserError: ``store.readonly`` when it can only be looked at, and what ``SessionStore.open`` refuses.
    """
    with finishing(SessionStore.open(path, source=desk.settings.source)) as store:
        if store.readonly:
            raise UserError("store.readonly", path=str(path))
        yield store


@contextmanager
def finishing(store: SessionStore) -> Generator[SessionStore]:
    """Close ``store`` when all is durable; after a fault drop what the disk refused and pass the fault on."""
    try:
        yield store
        store.close()
    except BaseException:
        store.abandon()
        raise
