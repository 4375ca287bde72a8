"""Sealed files (age): to send by e-mail, opened by a passphrase or by the key of whom they are for."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

from facilitator.domain.errors import UserError
from facilitator.exchange.files import read_bytes

SUFFIX = ".age"
LIMIT = 256 * 1024 * 1024
"""Bytes of the largest sealed file that is opened: it is opened in memory."""
_HEAD_LIMIT = 32 * 1024
"""Bytes in which it is told for whom it is: room for a hundred people."""
_WORK = re.compile(rb"\n-> scrypt \S{1,64} (\d{1,9})(?=\n)")
_MOST_WORK = 20
"""Two to this power rounds, each a kilobyte of memory; age itself takes 18 or so, for a second's work."""


def _age() -> Any:  # noqa: ANN401  (loaded when something is sealed: it would cost every start)
    return importlib.import_module("pyrage")


def check_recipient(recipient: str) -> str:
    """Return the public key of whom a file is for, tidied.

    Raises:
        UserError: ``sealed.bad_recipient`` with ``value`` for what is no age public key (``age1…``).
    """
    text = "".join(recipient.split())
    age = _age()
    try:
        age.x25519.Recipient.from_str(text)
    except age.RecipientError:
        raise UserError("sealed.bad_recipient", value=text[:12]) from None
    return text


def seal(data: bytes, *, recipient: str = "", passphrase: str = "") -> bytes:
    """Return ``data`` sealed for the holder of a public key, or under a passphrase (takes a second or two).

    Raises:
        UserError: ``sealed.bad_recipient``.
    """
    age = _age()
    if recipient:
        return age.encrypt(data, [age.x25519.Recipient.from_str(check_recipient(recipient))])
    if not passphrase:
        raise ValueError("neither a recipient nor a passphrase")
    return age.passphrase.encrypt(data, passphrase)


def unseal(sealed: bytes, *, passphrase: str = "", identity: str = "") -> bytes:
    """Return what was sealed, by its passphrase or by the text of the secret key (``AGE-SECRET-KEY-1…``).

    Raises:
        UserError: ``sealed.bad_identity``; ``sealed.not_opened`` when it does not fit or is damaged, which
            cannot be told apart.
    """
    age = _age()
    try:
        if identity:
            return age.decrypt(sealed, [age.x25519.Identity.from_str(_secret_line(identity))])
        return age.passphrase.decrypt(sealed, passphrase)
    except age.IdentityError:
        raise UserError("sealed.bad_identity") from None
    except age.DecryptError:
        raise UserError("sealed.not_opened") from None


def _secret_line(text: str) -> str:
    """Return the line with the secret key; a file of ``age-keygen`` has comments above it."""
    lines = [line.strip() for line in text.splitlines()]
    return next((line for line in lines if line.startswith("AGE-SECRET-KEY-")), text.strip())


def is_for_passphrase(sealed: bytes) -> bool:
    """Tell whether a sealed file opens by a passphrase, not by somebody's key."""
    return b"\n-> scrypt " in sealed[:400]


def _is_strange(sealed: bytes) -> bool:
    """Tell whether opening would take for ever: a head without end, or a passphrase spun out without end."""
    head, end, _ = sealed[:_HEAD_LIMIT].partition(b"\n---")
    work = _WORK.search(head)
    return not end or (work is not None and not 0 < int(work[1]) <= _MOST_WORK)


def read_sealed(path: Path) -> bytes:
    """Return the bytes of a sealed file.

    Raises:
        UserError: ``sealed.not_sealed``; ``sealed.strange`` for what no program that means well makes;
            ``exchange.missing``, ``exchange.not_readable``, ``exchange.too_large``.
    """
    data = read_bytes(path, LIMIT)
    if not data.startswith(b"age-encryption.org/v1\n"):
        raise UserError("sealed.not_sealed", path=str(path))
    if _is_strange(data):
        raise UserError("sealed.strange", path=str(path))
    return data
