"""Open a dialogue for one command and leave it properly, whatever happens."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator import paths
from facilitator.cli import secrets
from facilitator.cli.output import Desk
from facilitator.content.library import Library
from facilitator.domain.errors import UserError
from facilitator.services import key_finding, locking, settings
from facilitator.services.opening import Kept, Opened, open_dialogue
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore


def library() -> Library:
    """Return the methods and persona packs, the user's own ones too."""
    return Library(paths.resources(), paths.sessions())


def kept(desk: Desk) -> Kept:
    """Return which files are ours."""
    return Kept(paths.sessions(), desk.settings.known)


def opened(path: Path, desk: Desk, *, readonly: bool = False, twin: str = "ask") -> Opened:
    """Open a dialogue as ``open_dialogue`` does; a locked one with the key that is kept or asked for.

    Raises:
        UserError: what ``open_dialogue`` and ``secrets.key_for`` refuse; ``store.damaged`` where the key is
            right and opens nothing.
    """
    keys: dict[Path, Key] = {}

    def attempt() -> Opened:
        own = next((key for place, key in keys.items() if place != path), None)
        return open_dialogue(
            path,
            source=desk.settings.source,
            readonly=readonly,
            key=keys.get(path),
            kept=kept(desk),
            twin=twin,
            own_key=own,
        )

    while True:
        try:
            found = attempt()
        except UserError as error:
            place = Path(str(error.details.get("path", path)))
            if error.code == "key.wrong" and place in keys and key_finding.needs_salvage(place, keys[place]):
                raise UserError("store.damaged", path=str(place), detail="key") from error
            if error.code != "store.locked" or place in keys:
                raise
            keys[place] = secrets.key_for(place, desk, other=place != path)
        else:
            break
    if found.store.key is not None and not found.store.readonly:
        locking.settle(found.store, second_place(desk))
    return found


def second_place(desk: Desk) -> list[Path]:
    """Return the second place for backups, where it is there."""
    return [Path(place)] if (place := desk.settings.second_backup) and os.path.isdir(place) else []


@contextmanager
def to_read(path: Path, desk: Desk) -> Generator[SessionStore]:
    """Open for looking only, so that it works beside an open window; a file from elsewhere is only read."""
    with finishing(opened(path, desk, readonly=True).store) as store:
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
    with finishing(opened(path, desk).store) as store:
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
