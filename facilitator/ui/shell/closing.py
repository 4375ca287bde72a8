"""Closing a dialogue while the window goes on painting: the last notes are still being written."""

from __future__ import annotations

from contextlib import suppress

from facilitator.domain.errors import UserError
from facilitator.store.session import SessionStore
from facilitator.ui.kit.waiting import Waiting


def wait_written(waiting: Waiting, store: SessionStore, words: str = "") -> None:
    """Wait until all is durable or the disk has refused once more; ``words`` say so over the window."""
    store.retry()
    waiting.while_(lambda: bool(store.status.pending) and store.status.error is None, words)


def is_kept(store: SessionStore) -> bool:
    """Tell whether everything the disk refuses is kept on this laptop."""
    # Behind what is being kept right now.
    with suppress(UserError):
        store.ask(lambda _: None)
    return store.status.kept is not None
