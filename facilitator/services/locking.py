"""A dialogue under lock: its key, where that is kept, the ways back, and every copy the program made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import key_store
from facilitator.store import keys, rekeying
from facilitator.store.files import SUFFIX
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore

MIN_LETTERS, MIN_WORDS = 12, 4
_CODE = re.compile(r"[A-Z2-7018]{40,72}")
"""What a recovery code looks like once spaces and dashes are gone; a passphrase hardly does."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of the copies when a dialogue got another key.

    Attributes:
        other_key: Backups and rescued copies that only open with a key from before.
        in_the_open: Copies the program made that can still be read without a key, each refused by the disk.
        traces: Whether plain words may still lie where files were: they had another name, or the disk does
            not let a file be overwritten.
    """

    other_key: tuple[Path, ...] = ()
    in_the_open: tuple[Path, ...] = ()
    traces: bool = False


# ── keys ────────────────────────────────────────────────────────────────────


def plain_words(passphrase: str) -> str:
    """Return a passphrase as it counts: without space around it, composed as keyboards do."""
    return unicodedata.normalize("NFC", passphrase).strip()


def is_strong(passphrase: str) -> bool:
    """Tell whether a passphrase is long enough: four words, or twelve letters."""
    words = plain_words(passphrase)
    return len(words) >= MIN_LETTERS or len([word for word in words.split() if len(word) > 1]) >= MIN_WORDS


def new_key(passphrase: str) -> Key:
    """Return a new key for a passphrase; takes about a tenth of a second.

    Raises:
        UserError: ``key.weak`` with ``letters`` and ``words``, the least of either.
    """
    if not is_strong(passphrase):
        raise UserError("key.weak", letters=MIN_LETTERS, words=MIN_WORDS)
    return keys.from_passphrase(plain_words(passphrase))


def key_from(typed: str, path: Path) -> Key:
    """Return the key of what somebody typed: the recovery code of ``path``, or its passphrase.

    Whether it opens the file only shows when that is tried.

    Raises:
        UserError: ``key.bad_code`` for a recovery code with a slip in it; see ``rekeying.beginning``.
    """
    salt = rekeying.beginning(path)
    try:
        return keys.from_code(typed, salt)
    except (UserError, ValueError):
        if _CODE.fullmatch("".join(typed.split()).replace("-", "").upper()):
            raise UserError("key.bad_code") from None
    return keys.from_passphrase(plain_words(typed), salt)


def is_code(typed: str, key: Key) -> bool:
    """Tell whether what was typed is the recovery code of ``key``, however it was written."""
    try:
        return keys.from_code(typed, key.salt) == key
    except (UserError, ValueError):
        return False


def check_key(path: Path, key: Key) -> None:
    """Refuse a key that does not open a file; costs a thousandth of a second.

    Raises:
        UserError: ``key.wrong`` and what ``rekeying.check_key`` refuses.
    """
    rekeying.check_key(path, key)


def kept_by_laptop(key: Key) -> bool:
    """Tell whether the system keeps this key."""
    return key_store.find(key.name) == key


def has_store() -> bool:
    """Tell whether this system has a safe place for keys."""
    return key_store.has_store()


def is_locked(path: Path) -> bool:
    """Tell whether a file that is not open anywhere wants a key."""
    return rekeying.beginning(path) != rekeying.PLAIN


def find_key(path: Path) -> Key | None:
    """Return the key the system keeps for a locked file, or None."""
    return key_store.find(rekeying.beginning(path).hex())


def keep_key(key: Key) -> None:
    """Let the system keep the key of a dialogue, so that this laptop opens it by itself.

    Raises:
        UserError: ``key.no_store``, ``key.not_kept``.
    """
    key_store.keep(key)


def forget_key(name: str) -> bool:
    """Let the system forget the key of this name (``Key.name``); tells whether it kept it.

    Raises:
        UserError: ``key.not_forgotten``.
    """
    return key_store.forget(name)


# ── groups of the recovery code, to type back ───────────────────────────────


def groups(key: Key) -> list[str]:
    """Return the recovery code of a key in its groups."""
    return key.code.split("-")


def is_group(key: Key, number: int, typed: str) -> bool:
    """Tell whether ``typed`` is the group of that number, counted from 1, however it was written."""
    text = "".join(typed.split()).upper().translate(str.maketrans("018", "OIB"))
    return 1 <= number <= len(groups(key)) and text == groups(key)[number - 1]


# ── changing the key of a file and of its copies ────────────────────────────


def secure(path: Path, old: Key | None, new: Key, *, on_laptop: bool) -> Changed:
    """Put a dialogue that is not open under ``new``, which the system keeps when ``on_laptop``.

    At every moment the key of what is in the file is at hand: the new one is kept before, the old one is
    forgotten after, unless a copy still needs it.

    Raises:
        UserError: ``key.no_store``, ``key.not_kept``; see ``rekeying.rekey``.
    """
    if on_laptop:
        keep_key(new)
    try:
        changed = encrypt(path, new) if old is None else change_key(path, old, new)
    except BaseException:
        if on_laptop:
            forget_key(new.name)
        raise
    _forget_unneeded(old, changed)
    return changed


def release(path: Path, key: Key) -> Changed:
    """Take the key off a dialogue that is not open, and let the system forget it.

    Raises:
        UserError: see ``rekeying.rekey``; ``key.not_forgotten``.
    """
    changed = decrypt(path, key)
    _forget_unneeded(key, changed)
    return changed


def _forget_unneeded(key: Key | None, changed: Changed) -> None:
    # One that could not even be looked at may need it as well.
    if key is not None and not any(_begins(copy) in {key.salt, b""} for copy in changed.other_key):
        forget_key(key.name)


def encrypt(path: Path, key: Key) -> Changed:
    """Put a dialogue that is not open, and every copy the program made of it, under a key.

    Raises:
        UserError: see ``rekeying.rekey``; the file is as it was then.
    """
    return _change(path, None, key)


def decrypt(path: Path, key: Key) -> Changed:
    """Take the key off a dialogue that is not open; its copies get none either.

    Raises:
        UserError: see ``rekeying.rekey``.
    """
    return _change(path, key, None)


def change_key(path: Path, old: Key, new: Key) -> Changed:
    """Put a dialogue that is not open, and its copies, under another key.

    Raises:
        UserError: see ``rekeying.rekey``.
    """
    return _change(path, old, new)


def _change(path: Path, old: Key | None, new: Key | None) -> Changed:
    identity = _identity(path, old)
    whole = rekeying.rekey(path, old, new)
    return _follow(path, identity, [old], new, traces=not whole)


def settle(store: SessionStore) -> Changed:
    """Finish what a change of key left half done when it was cut off: call it after opening.

    What lies beside the file is cleared, and copies in the open get the key of an encrypted dialogue.

    Raises:
        UserError: ``store.not_writable``, ``store.io``.
    """
    if store.key is None:
        return Changed()
    return _follow(store.path, store.identity, [None], store.key)


def put_right(path: Path) -> None:
    """Clear what a change of key that was cut off left beside a file that is not open.

    Raises:
        UserError: ``store.not_writable``, ``store.io``.
    """
    rekeying.put_right(path)


def _identity(path: Path, key: Key | None) -> bytes:
    with SessionStore.open(path, source="", readonly=True, key=key) as store:
        return store.identity


def copies(path: Path, identity: bytes) -> list[Path]:
    """Return the backups, rescued copies and copies before migration of a dialogue, oldest name first."""
    name = identity.hex()
    found: list[Path] = []
    for folder, pattern in (
        (paths.backups() / name, f"*{SUFFIX}"),
        (paths.rescued(), f"{name}*{SUFFIX}"),
        (path.parent, f"{path.stem}.v*{path.suffix}.bak*"),
    ):
        try:
            found += sorted(one for one in folder.iterdir() if one.match(pattern) and one.is_file())
        except OSError:
            continue
    return found


def _follow(
    path: Path, identity: bytes, olds: list[Key | None], new: Key | None, *, traces: bool = False
) -> Changed:
    other: list[Path] = []
    still_open: list[Path] = []
    for copy in copies(path, identity):
        try:
            begins = rekeying.beginning(copy)
            if begins == (new.salt if new is not None else rekeying.PLAIN):
                continue
            old = None if begins == rekeying.PLAIN else _key_of(begins, olds)
            if old is None and begins != rekeying.PLAIN:
                other.append(copy)
            else:
                traces |= not rekeying.rekey(copy, old, new)
        except UserError:
            in_the_open = _begins(copy) in {rekeying.PLAIN, b""} and None in olds and new is not None
            (still_open if in_the_open else other).append(copy)
    if new is not None:
        traces |= not all([_erased(one) for one in _half_made(identity)])
    return Changed(tuple(other), tuple(still_open), traces)


def _begins(copy: Path) -> bytes:
    try:
        return rekeying.beginning(copy)
    except UserError:
        return b""


def _in_the_open(copy: Path) -> bool:
    return _begins(copy) == rekeying.PLAIN


def _key_of(salt: bytes, olds: list[Key | None]) -> Key | None:
    known = next((key for key in olds if key is not None and key.salt == salt), None)
    return known or key_store.find(salt.hex())


def _half_made(identity: bytes) -> Iterator[Path]:
    """Name what a backup that was cut off left in the open."""
    name = identity.hex()
    for folder in (paths.backups() / name, paths.rescued()):
        try:
            found = sorted(folder.iterdir())
        except OSError:
            continue
        for one in found:
            mine = folder.name == name or one.name.lstrip(".").startswith(name)
            if mine and one.is_file() and one.suffix != SUFFIX and _in_the_open(one):
                yield one


def _erased(path: Path) -> bool:
    try:
        return rekeying.erase(path)
    except UserError:
        return False
