"""Open a dialogue for one command and leave it properly, whatever happens."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator import paths
from facilitator.cli.output import Desk
from facilitator.domain.errors import UserError
from facilitator.services import settings
from facilitator.services.opening import Kept, open_dialogue
from facilitator.store.session import SessionStore


def kept(desk: Desk) -> Kept:
    """Return which files are ours."""
    return Kept(paths.sessions(), desk.settings.known)


@contextmanager
def to_read(path: Path, desk: Desk) -> Generator[SessionStore]:
    """Open for looking only, so that it works beside an open window; a file from elsewhere is only read."""
    opened = open_dialogue(path, source=desk.settings.source, readonly=True, kept=kept(desk))
    with finishing(opened.store) as store:
        yield store


@contextmanager
def to_write(path: Path, desk: Desk) -> Generator[SessionStore]:
    """Open for writing.

    Raises:
        UserError: ``open.not_ours`` for a file from elsewhere: notes would go into another file than the
            one that was named; ``store.readonly`` when it can only be looked at, and what
            ``open_dialogue`` refuses.
    """
    ours = kept(desk)
    if os.path.exists(path) and not ours.holds(path):
        raise UserError("open.not_ours", path=str(path))
    with finishing(open_dialogue(path, source=desk.settings.source, kept=ours).store) as store:
        if store.readonly:
            raise UserError("store.readonly", path=str(path))
        yield store


def remember(path: Path, desk: Desk) -> None:
    """Note that a file made here is ours, wherever it lies."""
    with suppress(UserError):
        settings.save(paths.settings_file(), settings.with_recent(desk.settings, path))


@contextmanager
def finishing(store: SessionStore) -> Generator[SessionStore]:
    """Close ``store`` when all is durable; after a fault drop what the disk refused and pass the fault on."""
    try:
        yield store
        store.close()
    except BaseException:
        store.abandon()
        raise
