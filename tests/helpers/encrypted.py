"""Let whole test modules run on encrypted dialogues: ``FACILITATOR_TEST_KEY=1 make test``.

Every dialogue a test makes without a key gets one, and is opened with it again; what cannot
be encrypted is named below, with the reason.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from facilitator.domain.errors import UserError
from facilitator.services import key_store
from facilitator.store import backups, earlier, engine, erasing, foreign, guard, merge, salvage, trouble
from facilitator.store.keys import Key, salt_of, signs
from facilitator.store.session import SessionStore

KEY = Key(bytes(range(100, 132)), bytes(range(200, 216)))
PLAIN = {
    "test_rekeying": "begins with plain files itself",
    "test_soak_window": "has an encrypted case of its own, in programs of its own",
    "test_a_column_whose_name_was_damaged_is_left_alone": "changes a name in the bytes of a plain file",
    "test_scrubbing": "puts words into the bytes of plain files",
    "test_soak_power": "has an encrypted case of its own",
    "test_soak_damage": "has an encrypted case of its own, in programs of its own",
    "test_soak_faults": "has an encrypted case of its own",
    "test_soak_stick": "has an encrypted case of its own, in programs of its own",
    "test_a_dialogue_is_never_written_over_whatever_its_name": "a locked one looks like any file",
    "test_the_look_finds_what_is_put_in_by_hand": "puts rows into a plain file with another tool",
    "test_a_file_or_history_from_elsewhere_with_other_text_is_not_taken_in": "puts rows into a plain file",
    "test_locking": "begins with plain files itself",
    "test_keys": "begins with keys of its own",
    "test_other_keys": "begins with keys of its own",
    "test_words_are_shown_first_and_gone_with_yes": "looks for words in the files",
    "test_no_changed_word_is_ever_taken_for_said": "has a keyed case",
    "test_without_marks_changed_words_would_be_taken": "nobody changes words where a key guards every page",
    "test_a_file_whose_first_bytes_are_gone_is_known_by_its_place": "a locked one shows it once opened",
    "test_earlier": "begins with keys of its own",
    "test_key_finding": "begins with keys of its own",
    "test_key_ring": "begins with keys of its own",
    "test_a_dialogue_in_the_way_is_refused_and_stays": "looks at the first bytes of a plain file",
    "test_a_locked_one_asks_for_its_key": "begins with a key of its own",
    "test_backups_in_the_second_place_are_swept_too": "looks for words in the files",
    "test_a_damaged_one_goes_alone_when_a_restored_one_is_there": "a locked one shows it once opened",
    "test_peek": "looks without a key: a locked file shows nothing",
    "test_capture_kill": "has keyed cases of its own, in programs of its own",
    "test_an_older_file_is_copied_before_it_is_migrated": "compares bytes with a copy",
    "test_the_log_is_read_whole_and_nothing_stays_in_the_temporary_folder": "changes a table of a plain file",
    "test_which_dialogue_a_file_is_can_be_asked_without_opening_it": "of a locked file it cannot be asked",
    "test_what_is_looked_at_is_every_version_there_is": "old files kept in tests/data are plain",
    "test_the_exit_code_tells_when_something_is_lost": "changes words of a plain file",
    "test_one_changed_letter_makes_a_backup_bad": "changes a letter of a plain file",
    "test_a_note_is_gone_from_every_byte_of_a_backup_and_the_rest_stays": "has a keyed case",
    "test_a_page_that_leads_to_itself_ends": "writes a page of a plain file",
    "test_a_row_of_one_table_is_not_taken_for_one_of_another": "writes a row into a plain file",
    "test_a_changed_text_is_left_out_or_replaced_by_what_was_written": "changes words of a plain file",
    "test_links_to_what_was_lost_are_dropped_and_a_lost_title_comes_from_the_backup": "takes pages by kind",
    "test_a_file_that_means_harm_gets_a_card_that_says_so_at_once": "changes a plain file with another tool",
    "test_a_rescue_file_that_is_damaged_is_told_of_and_left_alone": "damage and another key look the same",
    "test_everything_goes_and_a_note_of_it_stays": "has a keyed case",
    "test_what_another_file_of_the_same_dialogue_needs_stays": "has a keyed case",
    "test_a_damaged_file_can_be_removed_and_no_other_backups_go_with_it": "a locked one is known by its salt",
    "test_a_copy_that_goes_along_holds_nothing_back": "of a locked file nothing tells which dialogue it is",
}
"""Module or test -> why it stays plain."""
WANTED = os.environ.get("FACILITATOR_TEST_KEY") == "1"
PROGRAMS = Path(__file__).parent / "programs"
"""On the path of programs that tests start, so that these do the same."""

_BY_PATH = (
    (merge, "read_foreign"),
    (foreign, "read"),
    (foreign, "look"),
    (guard, "check_own"),
    (trouble, "look"),
)
"""Functions that refuse a locked file without its key."""


def encrypt_everything(replace: Callable[[Any, str, Any], None]) -> None:
    """Give ``KEY`` to whatever makes or opens a dialogue without saying which.

    Args:
        replace: Sets an attribute; that of ``monkeypatch`` takes it back after the test.
    """
    create, open_store, connect = SessionStore.create, SessionStore.open, engine.connect
    find, forget = key_store.find, key_store.forget

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
            return locked(error, path, **given)
        try:
            # A new file is nobody's yet; of another the first page must be read before it is known.
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except engine.Error as error:
            db.close()
            if "not a database" not in str(error):
                raise
            return locked(engine.user_error(error, path), path, **given)
        return db

    def locked(error: UserError, path: Path, **given: Any) -> engine.Database:
        try:
            return connect(path, **{**given, "key": KEY})
        except UserError as wrong:
            # Locked with another key, or no dialogue at all: as it is told without a key.
            raise (error if wrong.code == "key.wrong" else wrong) from wrong

    replace(SessionStore, "create", staticmethod(creating))
    replace(SessionStore, "open", staticmethod(opening))
    replace(engine, "connect", connecting)
    replace(key_store, "find", lambda name: KEY if name == KEY.name else find(name))
    replace(key_store, "forget", lambda name: name == KEY.name or forget(name))
    for module, name in _BY_PATH:
        replace(module, name, partial(_with_key, getattr(module, name)))
    if (rescuing := sys.modules.get("facilitator.services.rescuing")) is not None:
        # It has a name of its own for it; where it comes later it takes the one that is there by then.
        replace(rescuing, "read_foreign", merge.read_foreign)
    for name in ("copy_into", "in_memory"):
        replace(engine, name, partial(_with_its_key, getattr(engine, name)))
    replace(earlier, "fitting", partial(_fitting, earlier.fitting))
    replace(erasing, "erase_like", partial(_erased, erasing.erase_like))
    replace(foreign, "identity_of", partial(_identity, foreign.identity_of))
    replace(backups, "identity_of", partial(_identity_there, backups.identity_of))
    replace(salvage, "save_readable", partial(_saved, salvage.save_readable))
    replace(salvage, "look_into", partial(_looked, salvage.look_into))


def _with_key(act: Any, path: Path, key: Key | None = None, **given: Any) -> Any:
    """Try without a key first, so that plain files of a test stay what they are."""
    try:
        return act(path, key=key, **given)
    except UserError as error:
        if error.code != "store.locked" or key is not None:
            raise
        try:
            return act(path, key=KEY, **given)
        except UserError as wrong:
            # Locked with another key: as it is told without one.
            raise (error if wrong.code == "key.wrong" else wrong) from wrong


def _with_its_key(act: Any, db: engine.Database, path: Path, key: Key | None) -> Any:
    """Give the key of what is copied, which is open with it."""
    row = db.execute("PRAGMA cipher_salt").fetchone()
    return act(db, path, KEY if key is None and row is not None and row[0] == KEY.name else key)


def _erased(act: Any, path: Path, known: Any, key: Key | None = None) -> bool:
    return act(path, known, key or _key_of(path))


def _identity(act: Any, path: Path, key: Key | None = None) -> bytes:
    return act(path, key) or (b"" if key is not None else act(path, KEY))


def _fitting(act: Any, path: Path, key: Key | None) -> Key | None:
    return _key_of(path) or act(path, key)


def _identity_there(act: Any, path: Path, folder: Path, key: Key | None = None) -> bytes:
    return act(path, folder, key or _key_of(path))


def _saved(act: Any, damaged: Path, out: Path, key: Key | None = None, tell: Any = None) -> Any:
    return act(damaged, out, key or _key_of(damaged), tell)


def _looked(act: Any, damaged: Path, key: Key | None = None, *more: Any) -> Any:
    return act(damaged, key or _key_of(damaged), *more)


def _key_of(path: Path) -> Key | None:
    """Return ``KEY`` where it is that of the file, whatever is damaged of it."""
    try:
        return KEY if salt_of(path) == KEY.salt or signs(path, KEY) else None
    except UserError:
        return None
