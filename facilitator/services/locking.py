"""A dialogue under lock: its key, where that is kept, the ways back, and every copy the program made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import key_store
from facilitator.store import earlier, keys, rekeying
from facilitator.store.files import SUFFIX
from facilitator.store.keys import PLAIN, Key
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
    return key_of_words(typed, rekeying.beginning(path))


def key_of_words(typed: str, salt: bytes) -> Key:
    """Return the key of this salt of a recovery code or a passphrase.

    Raises:
        UserError: ``key.bad_code`` for a recovery code with a slip in it.
    """
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
    return rekeying.beginning(path) != PLAIN


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


def secure(path: Path, old: Key | None, new: Key, *, on_laptop: bool, more: Iterable[Path] = ()) -> Changed:
    """Put a dialogue that is not open under ``new``, which the system keeps when ``on_laptop``.

    At every moment the key of what is in the file is at hand: the new one is kept before, the old one is
    forgotten after. ``more`` are other folders with backups, such as that on a stick.

    Raises:
        UserError: ``key.no_store``, ``key.not_kept``; see ``rekeying.rekey``.
    """
    if on_laptop:
        keep_key(new)
    try:
        changed = _change(path, old, new, more)
    except BaseException:
        if on_laptop:
            forget_key(new.name)
        raise
    if old is not None:
        # What could not be taken along opens with the new key too.
        forget_key(old.name)
    return changed


def release(path: Path, key: Key, more: Iterable[Path] = ()) -> Changed:
    """Take the key off a dialogue that is not open, and let the system forget it.

    Raises:
        UserError: see ``rekeying.rekey``; ``key.not_forgotten``.
    """
    changed = _change(path, key, None, more)
    # One that could not even be looked at may need it as well.
    if not any(_begins(copy) in {key.salt, b""} for copy in changed.other_key):
        forget_key(key.name)
    return changed


def encrypt(path: Path, key: Key, more: Iterable[Path] = ()) -> Changed:
    """Put a dialogue that is not open, and every copy the program made of it, under a key.

    Raises:
        UserError: see ``rekeying.rekey``; the file is as it was then.
    """
    return _change(path, None, key, more)


def decrypt(path: Path, key: Key, more: Iterable[Path] = ()) -> Changed:
    """Take the key off a dialogue that is not open; its copies get none either.

    Raises:
        UserError: see ``rekeying.rekey``.
    """
    return _change(path, key, None, more)


def change_key(path: Path, old: Key, new: Key, more: Iterable[Path] = ()) -> Changed:
    """Put a dialogue that is not open, and its copies, under another key.

    Raises:
        UserError: see ``rekeying.rekey``.
    """
    return _change(path, old, new, more)


def _change(path: Path, old: Key | None, new: Key | None, more: Iterable[Path]) -> Changed:
    identity = _identity(path, old)
    place = earlier.place_of(identity)
    olds: list[Key] = [] if old is None else [old, *earlier.known(place, old)]
    if new is not None and olds:
        # Before anything else: whenever this is cut off, what is left behind still opens.
        earlier.remember(place, new, olds)
    whole = rekeying.rekey(path, old, new)
    changed = _follow(path, identity, olds or [None], new, more, traces=not whole)
    if old is not None and (new is not None or not changed.other_key):
        earlier.forget(place, old)
    return changed


def remember(store: SessionStore, key: Key, more: Iterable[Path] = ()) -> Changed:
    """Keep a key of before, that somebody gave once more, and put what it opens under the present one.

    Raises:
        UserError: ``store.disk_full``, ``store.not_writable``, ``store.io``.
    """
    if store.key is not None:
        earlier.remember(earlier.place_of(store.identity), store.key, [key])
    return _follow(store.path, store.identity, [None, key], store.key, more)


def settle(store: SessionStore, more: Iterable[Path] = ()) -> Changed:
    """Finish what a change of key left half done when it was cut off: call it after opening.

    What lies beside the file is cleared; copies in the open or under a key of before get the present one.

    Raises:
        UserError: ``store.not_writable``, ``store.io``.
    """
    if store.key is None:
        return Changed()
    olds = earlier.known(earlier.place_of(store.identity), store.key)
    return _follow(store.path, store.identity, [None, *olds], store.key, more)


def put_right(path: Path) -> None:
    """Clear what a change of key that was cut off left beside a file that is not open.

    Raises:
        UserError: ``store.not_writable``, ``store.io``.
    """
    rekeying.put_right(path)


def _identity(path: Path, key: Key | None) -> bytes:
    with SessionStore.open(path, source="", readonly=True, key=key) as store:
        return store.identity


def copies(path: Path, identity: bytes, more: Iterable[Path] = ()) -> list[Path]:
    """Return the backups, rescued copies and copies before migration of a dialogue, oldest name first."""
    name = identity.hex()
    found: list[Path] = []
    for folder, pattern in (
        *((place / name, f"*{SUFFIX}") for place in dict.fromkeys([paths.backups(), *more])),
        (paths.rescued(), f"{name}*{SUFFIX}"),
        (path.parent, f"{path.stem}.v*{path.suffix}.bak*"),
    ):
        try:
            found += sorted(one for one in folder.iterdir() if one.match(pattern) and one.is_file())
        except OSError:
            continue
    return found


def _follow(
    path: Path,
    identity: bytes,
    olds: Sequence[Key | None],
    new: Key | None,
    more: Iterable[Path],
    *,
    traces: bool = False,
) -> Changed:
    other: list[Path] = []
    still_open: list[Path] = []
    folders = list(more)
    for copy in copies(path, identity, folders):
        try:
            begins = rekeying.beginning(copy)
            if begins == (new.salt if new is not None else PLAIN):
                continue
            old = None if begins == PLAIN else _key_of(begins, olds)
            if old is None and begins != PLAIN:
                other.append(copy)
            else:
                traces |= not rekeying.rekey(copy, old, new)
        except UserError:
            begins = _begins(copy)
            in_the_open = new is not None and (begins == PLAIN or (not begins and olds[0] is None))
            (still_open if in_the_open else other).append(copy)
    if new is not None:
        traces |= not all([_erased(one) for one in _half_made(identity, folders)])
    return Changed(tuple(other), tuple(still_open), traces)


def _begins(copy: Path) -> bytes:
    try:
        return rekeying.beginning(copy)
    except UserError:
        return b""


def _in_the_open(copy: Path) -> bool:
    return _begins(copy) == PLAIN


def _key_of(salt: bytes, olds: Sequence[Key | None]) -> Key | None:
    known = next((key for key in olds if key is not None and key.salt == salt), None)
    return known or key_store.find(salt.hex())


def _half_made(identity: bytes, more: Iterable[Path]) -> Iterator[Path]:
    """Name what a backup that was cut off left in the open."""
    name = identity.hex()
    for folder in (*(place / name for place in [paths.backups(), *more]), paths.rescued()):
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
