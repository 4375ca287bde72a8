"""Exports sealed for e-mail (age): nothing of them lies in the open where they go."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from facilitator.content.library import Library
from facilitator.domain.errors import UserError
from facilitator.exchange import sealed
from facilitator.exchange.files import refuse_session, write_error, write_whole
from facilitator.services import handed_out, locking, sealing_child
from facilitator.services.exporting import LOSSLESS, Wish, format_in, prepared
from facilitator.store import rekeying
from facilitator.store.session import SessionStore

SUFFIX = sealed.SUFFIX


@dataclass(frozen=True, slots=True)
class Seal:
    """How an export is sealed (age): for the holder of a public key, or under a passphrase."""

    recipient: str = ""
    passphrase: str = field(default="", repr=False)


def check_seal(seal: Seal) -> Seal:
    """Return the seal as it is when a file can be sealed with it.

    Raises:
        UserError: ``sealed.bad_recipient``; ``key.weak`` for a short passphrase.
    """
    if seal.recipient:
        sealed.check_recipient(seal.recipient)
    elif not locking.is_strong(seal.passphrase):
        raise UserError("key.weak", letters=locking.MIN_LETTERS, words=locking.MIN_WORDS)
    return seal


def read_for_passphrase(path: Path) -> bytes:
    """Return the bytes of a sealed file that opens by a passphrase.

    Raises:
        UserError: ``sealed.for_key`` when only somebody's key opens it; as ``sealed.read_sealed``.
    """
    data = sealed.read_sealed(path)
    if not sealed.is_for_passphrase(data):
        raise UserError("sealed.for_key", name=path.name)
    return data


def unsealed(data: bytes, typed: str) -> bytes:
    """Return what was sealed under a passphrase (takes a second or two).

    Raises:
        UserError: ``sealed.not_opened``, ``sealed.worker_failed``.
    """
    return sealing_child.unseal(data, locking.plain_words(typed))


def _put(place: Path, data: bytes) -> None:
    try:
        place.write_bytes(data)
    except OSError as error:
        raise write_error(error, place) from error


@contextmanager
def for_a_moment(data: bytes, name: str) -> Generator[Path]:
    """Give ``data`` as a file only the user can read, in memory where possible; overwritten afterwards.

    Raises:
        UserError: ``exchange.not_writable``, ``exchange.disk_full``.
    """
    with tempfile.TemporaryDirectory(prefix="facilitator-", dir=_in_memory()) as folder:
        place = Path(folder) / name
        try:
            _put(place, data)
            yield place
        finally:
            _overwrite(Path(folder))


def sealed_name(out: Path, ending: str) -> Path:
    """Return the name of a sealed file that says what is inside: ``ending`` and then ``.age``."""
    plain = plain_name(out)
    name = plain.name if plain.name.casefold().endswith(ending) else plain.name + ending
    return out.with_name(name + sealed.SUFFIX)


def plain_name(out: Path) -> Path:
    """Return the name of what is inside a sealed file: without ``.age`` behind it."""
    return out.with_suffix("") if out.suffix.casefold() == sealed.SUFFIX else out


def prepared_sealed(
    store: SessionStore, out: Path, wish: Wish, library: Library, seal: Seal
) -> Callable[[], list[Path]]:
    """Return the work of writing, as ``prepared``; every file is sealed before it gets its place.

    JSON is made at once, of the store itself; sealing it is the work. It is called ``out`` with ``.age``
    behind it; several files each keep their own name behind it.

    In the open it is only in a folder of the user alone, in memory where the system has such a place; it
    is overwritten there.

    Raises:
        UserError: what ``prepared`` refuses; ``sealed.bad_recipient``.
    """
    refuse_session(out)
    if seal.recipient:
        sealed.check_recipient(seal.recipient)
    folder = tempfile.TemporaryDirectory(prefix="facilitator-", dir=_in_memory())
    try:
        inner = Path(folder.name) / plain_name(out).name
        kind = format_in(wish, inner)
        write: Callable[[], object] = prepared(store, inner, replace(wish, format=kind), library)
        if kind == LOSSLESS:
            write()
            write = _made_already
    except BaseException:
        _overwrite(Path(folder.name))
        folder.cleanup()
        raise
    return partial(_write_sealed, write, folder, out, seal, store.identity)


def _in_memory() -> str | None:
    place = "/dev/shm"
    return place if os.path.isdir(place) and os.access(place, os.W_OK) else None


def _made_already() -> None:
    """Stand for writing what was written before."""


def _overwrite(folder: Path) -> None:
    for one in folder.rglob("*"):
        if one.is_file():
            rekeying.erase(one)


def _write_sealed(
    write: Callable[[], object],
    folder: tempfile.TemporaryDirectory[str],
    out: Path,
    seal: Seal,
    identity: bytes,
) -> list[Path]:
    with folder:
        written: list[Path] = []
        try:
            write()
            inner = sorted(one for one in Path(folder.name).rglob("*") if one.is_file())
            for one in inner:
                plain = plain_name(out)
                name = plain.name if len(inner) == 1 else f"{plain.stem}-{one.name}"
                place = out.with_name(name + sealed.SUFFIX)
                plain_bytes = one.read_bytes()
                data = sealing_child.seal(plain_bytes, recipient=seal.recipient, passphrase=seal.passphrase)
                write_whole(place, [data])
                written.append(place)
        finally:
            _overwrite(Path(folder.name))
    handed_out.record(identity, written, "age")
    return written
