"""Let whole test modules run on encrypted dialogues: ``FACILITATOR_TEST_KEY=1 make test``.

Every dialogue a test makes without a key gets one, and is opened with it again; what cannot
be encrypted is named below, with the reason.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import engine, foreign, merge
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore

KEY = Key(bytes(range(100, 132)), bytes(range(200, 216)))
PLAIN = {
    "test_rekeying": "begins with plain files itself",
    "test_locking": "begins with plain files itself",
    "test_keys": "begins with keys of its own",
    "test_peek": "looks without a key: a locked file shows nothing",
    "test_pieces": "reads pages of plain files",
    "test_salvage": "reads pages of plain files",
    "test_erasing": "has keyed cases of its own",
    "test_backups": "has keyed cases of its own",
    "test_capture_kill": "has keyed cases of its own, in programs of its own",
    "test_an_older_file_is_copied_before_it_is_migrated": "compares bytes with a copy",
    "test_the_log_is_read_whole_and_nothing_stays_in_the_temporary_folder": "changes a table of a plain file",
    "test_which_dialogue_a_file_is_can_be_asked_without_opening_it": "of a locked file it cannot be asked",
    "test_what_is_looked_at_is_every_version_there_is": "old files kept in tests/data are plain",
    "test_what_is_refused_for_another_reason_stays_refused": "garbage and a wrong key cannot be told apart",
    "test_of_a_file_in_pieces_is_told_what_can_be": "garbage and a wrong key cannot be told apart",
    "test_copies_come_together_and_a_second_time_brings_nothing": "names a copy without its ending",
}
"""Module or test -> why it stays plain."""
WANTED = os.environ.get("FACILITATOR_TEST_KEY") == "1"


def encrypt_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give ``KEY`` to whatever makes or opens a dialogue without saying which."""
    create, open_store, connect = SessionStore.create, SessionStore.open, engine.connect

    def creating(path: Path, **given: Any) -> SessionStore:
        return create(path, **{**given, "key": given.get("key") or KEY})

    def opening(path: Path, **given: Any) -> SessionStore:
        return _with_key(open_store, path, **given)

    def connecting(path: Path, **given: Any) -> engine.Database:
        if given.get("key") is not None:
            return connect(path, **given)
        try:
            db = connect(path, **given)
        except UserError as error:
            if error.code != "store.foreign":
                raise
            return connect(path, **{**given, "key": KEY})
        try:
            # A new file is nobody's yet; of another the first page must be read before it is known.
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except engine.Error as error:
            db.close()
            if "not a database" not in str(error):
                raise
            return connect(path, **{**given, "key": KEY})
        return db

    monkeypatch.setattr(SessionStore, "create", staticmethod(creating))
    monkeypatch.setattr(SessionStore, "open", staticmethod(opening))
    monkeypatch.setattr(engine, "connect", connecting)
    for module, name in ((merge, "read_foreign"), (foreign, "read"), (foreign, "look")):
        monkeypatch.setattr(module, name, partial(_with_key, getattr(module, name)))


def _with_key(act: Any, path: Path, key: Key | None = None, **given: Any) -> Any:
    """Try without a key first, so that plain files of a test stay what they are."""
    try:
        return act(path, key=key, **given)
    except UserError as error:
        if error.code != "store.locked" or key is not None:
            raise
        return act(path, key=KEY, **given)
