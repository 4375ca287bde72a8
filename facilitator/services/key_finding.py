"""Which key opens a locked file, also when the beginning by which it is opened is damaged.

The salt of a key stands in the first bytes of a file, and in those of its backups. Whether a key is right is
told by the file itself where it opens, else by any page behind the first, else by a backup.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import key_store, locking, whereabouts
from facilitator.store import backups, guard, keys, rekeying
from facilitator.store.files import SUFFIX
from facilitator.store.keys import PLAIN, SALT, Key

MOST = 50
"""Salts tried; a passphrase costs a tenth of a second for each."""


def wants_key(path: Path) -> bool:
    """Tell whether a file that does not open is a locked dialogue, by what it looks like or by its backups.

    The file must not be open for writing here.
    """
    try:
        begins = keys.salt_of(path)
    except UserError:
        begins = b""
    if begins == PLAIN:
        return False
    if guard.looks_locked(path):
        return True
    return any(_salt(copy) not in {PLAIN, b""} for copy in _of_this_place(path))


def fits(path: Path, key: Key) -> bool:
    """Tell whether a key is that of a file, by whatever tells it."""
    return _found(path, lambda salt: key if salt == key.salt else None) is not None


def needs_salvage(path: Path, key: Key) -> bool:
    """Tell whether a key that is right does not open the file: then its beginning is damaged."""
    try:
        if keys.salt_of(path) != key.salt:
            return True
        locking.check_key(path, key)
    except UserError as error:
        return error.code in {"key.wrong", "store.missing", "store.damaged", "store.foreign"}
    return False


def typed_key(typed: str, path: Path) -> Key:
    """Return the key of what somebody typed, the passphrase or the recovery code, when it is that of a file.

    Raises:
        UserError: ``key.wrong``; ``key.bad_code`` for a recovery code with a slip in it; ``store.in_use``.
    """
    found = _found(path, lambda salt: locking.key_of_words(typed, salt))
    if found is None:
        raise UserError("key.wrong", path=str(path))
    return found


def kept_key(path: Path) -> Key | None:
    """Return the key of a file, or of its backups, that the system keeps, or None."""
    try:
        return _found(path, lambda salt: key_store.find(salt.hex()))
    except UserError:
        return None


def forget_keys(path: Path) -> bool:
    """Let the system forget every key of a file and its backups, also those of before; was one kept?

    Raises:
        UserError: ``key.not_forgotten``; ``store.in_use``.
    """
    salts = dict.fromkeys([_beginning(path), *map(_salt, _of_this_place(path))])
    return any([key_store.forget(salt.hex()) for salt in salts])


def _found(path: Path, key_of: Callable[[bytes], Key | None]) -> Key | None:
    begins = _beginning(path)
    mine = _of_this_place(path)
    near = dict.fromkeys([begins, *map(_salt, mine)])
    for salt in near:
        key = key_of(salt) if len(salt) == SALT and salt != PLAIN else None
        if key is not None and (_opens(path, key) or any(_opens(copy, key) for copy in mine)):
            return key
    # Where it lay nobody knows: any dialogue's backups may be of it, but then the file itself must tell.
    far = [salt for salt in dict.fromkeys(map(_salt, _of_any_place())) if salt not in near]
    for salt in far[:MOST]:
        key = key_of(salt) if len(salt) == SALT and salt != PLAIN else None
        if key is not None and keys.signs(path, key):
            return key
    return None


def _beginning(path: Path) -> bytes:
    try:
        return rekeying.beginning(path)
    except UserError as error:
        if error.code == "store.in_use":
            raise
        return b""


def _salt(path: Path) -> bytes:
    try:
        return keys.salt_of(path)
    except UserError:
        return b""


def _opens(path: Path, key: Key) -> bool:
    if _salt(path) == key.salt:
        try:
            locking.check_key(path, key)
        except UserError:
            return keys.signs(path, key)
        return True
    return keys.signs(path, key)


def _of_this_place(path: Path) -> list[Path]:
    """Return the backups of the dialogue that lay here last."""
    identity = whereabouts.identity_at(path) or backups.identity_by_place(path, paths.backups())
    if not identity:
        return []
    return locking.copies(path, identity)


def _of_any_place() -> list[Path]:
    """Return one backup of each dialogue, and what was rescued."""
    found: list[Path] = []
    try:
        for folder in sorted(paths.backups().iterdir()):
            found += sorted(folder.glob(f"*{SUFFIX}"))[-2:]
    except OSError:
        return found
    return found + sorted(paths.rescued().glob(f"*{SUFFIX}"))
