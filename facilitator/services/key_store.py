"""Keys kept by the system itself: Keychain, Credential Manager, or the keyring of the desktop."""

from __future__ import annotations

import importlib
import re
from typing import Any

from facilitator.domain.errors import UserError
from facilitator.store.keys import SALT, Key

SERVICE = "Facilitator"
_RAW = re.compile("[0-9a-f]{64}")
_NAME = re.compile(f"[0-9a-f]{{{2 * SALT}}}")


def _keyring() -> Any:  # noqa: ANN401  (a library, loaded only when a key is asked for: it would cost every start)
    return importlib.import_module("keyring")


def _faults() -> tuple[type[Exception], ...]:
    # Not every way in turns the faults of the system into those of the library.
    return (_keyring().errors.KeyringError, OSError, RuntimeError)


def has_store() -> bool:
    """Tell whether this system has a place for keys; a plain file does not count as one."""
    try:
        backend = _keyring().get_keyring()
        parts = list(getattr(backend, "backends", None) or [backend])
    except _faults():
        return False
    return all(_is_safe(part) for part in parts)


def _is_safe(backend: object) -> bool:
    # "fail" and "null" keep nothing; those of keyrings.alt write files.
    module = type(backend).__module__
    return not module.startswith(("keyring.backends.fail", "keyring.backends.null", "keyrings."))


def keep(key: Key) -> None:
    """Let the system keep a key, under its name.

    Raises:
        UserError: ``key.no_store`` where there is none, ``key.not_kept`` with ``detail`` when it refuses.
    """
    if not has_store():
        raise UserError("key.no_store")
    try:
        _keyring().set_password(SERVICE, key.name, key.raw.hex())
        kept = _keyring().get_password(SERVICE, key.name)
    except _faults() as error:
        raise UserError("key.not_kept", detail=type(error).__name__) from error
    if kept != key.raw.hex():
        raise UserError("key.not_kept", detail="")


def find(name: str) -> Key | None:
    """Return the key of this name, or None when the system does not keep it or does not give it now."""
    if not has_store() or not _NAME.fullmatch(name):
        return None
    try:
        raw = _keyring().get_password(SERVICE, name)
    except _faults():
        return None
    if not isinstance(raw, str) or not _RAW.fullmatch(raw):
        return None
    return Key(bytes.fromhex(raw), bytes.fromhex(name))


def forget(name: str) -> bool:
    """Let the system forget the key of this name; tells whether it kept one.

    Raises:
        UserError: ``key.not_forgotten`` with ``detail`` when the system refuses.
    """
    if find(name) is None:
        return False
    try:
        _keyring().delete_password(SERVICE, name)
    except _faults() as error:
        raise UserError("key.not_forgotten", detail=type(error).__name__) from error
    return True
