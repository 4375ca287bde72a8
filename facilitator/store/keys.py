"""The key of an encrypted dialogue: made at random, from a passphrase, or read from a recovery code."""

from __future__ import annotations

import os
from base64 import b32decode, b32encode
from dataclasses import dataclass, field
from hashlib import pbkdf2_hmac, sha256
from hmac import compare_digest, digest
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError

SALT = 16
"""Bytes at the beginning of an encrypted file that are no secret; they also tell keys apart."""
RAW = 32
"""Bytes of a key."""
PLAIN = b"SQLite format 3\x00"
"""How a file begins that anybody can read."""
_PAGE = 4096
_SIGNATURE = 64
_SALT_MASK = 0x3A
_MOST_PAGES = 2_000
_ROUNDS = 256_000
_CHECK = 3
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Key:
    """What opens one dialogue, its backups and its rescued copies.

    Attributes:
        raw: The 256 bits SQLCipher encrypts with.
        salt: The first ``SALT`` bytes of every file this key opens.
    """

    raw: bytes = field(repr=False)
    salt: bytes

    @property
    def pragma(self) -> str:
        """Return the key as SQLCipher takes it: raw, so that nothing is derived once more."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"

    @property
    def name(self) -> str:
        """Return what the key is called where keys are kept."""
        return self.salt.hex()

    @property
    def code(self) -> str:
        """Return the recovery code: letters and digits in groups of four, with a check at the end."""
        text = b32encode(self.raw + sha256(self.raw).digest()[:_CHECK]).decode().rstrip("=")
        return "-".join(text[place : place + _GROUP] for place in range(0, len(text), _GROUP))


def random_key() -> Key:
    """Return a new key of 256 random bits."""
    return Key(os.urandom(RAW), os.urandom(SALT))


def from_passphrase(passphrase: str, salt: bytes | None = None) -> Key:
    """Return the key of a passphrase, as SQLCipher 4 derives it: PBKDF2-HMAC-SHA512, 256,000 rounds.

    Costs about a tenth of a second. Without ``salt`` it is a new key.
    """
    salt = os.urandom(SALT) if salt is None else salt
    return Key(pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, RAW), salt)


def from_code(code: str, salt: bytes) -> Key:
    """Return the key of a recovery code, however it was typed.

    Raises:
        UserError: ``key.bad_code`` when a letter was mistyped or left out.
    """
    # 0, 1 and 8 are no letters of base 32: they can only be slips of the pen.
    text = "".join(code.split()).replace("-", "").upper().translate(str.maketrans("018", "OIB"))
    try:
        raw = b32decode(text + "=" * (-len(text) % 8))
    except ValueError:
        raise UserError("key.bad_code") from None
    if len(raw) != RAW + _CHECK or sha256(raw[:RAW]).digest()[:_CHECK] != raw[RAW:]:
        raise UserError("key.bad_code")
    return Key(raw[:RAW], salt)


def salt_of(path: Path) -> bytes:
    """Return the salt of an encrypted file.

    Raises:
        UserError: ``store.missing``, ``store.not_readable``, ``store.io``.
    """
    try:
        with paths.open_plain(path) as file:
            return file.read(SALT)
    except FileNotFoundError:
        raise UserError("store.missing", path=str(path)) from None
    except PermissionError:
        raise UserError("store.not_readable", path=str(path)) from None
    except OSError as error:
        raise UserError("store.io", path=str(path), detail=error.strerror or "") from error


def signs(path: Path, key: Key) -> bool:
    """Tell whether a page behind the first was written under this key; of a large file a part is looked at.

    This shows that a key is right when the beginning of the file, by which it is opened, is damaged. The file
    must not be open for writing here.
    """
    # As SQLCipher 4 does it: each page ends in an HMAC-SHA512 of what stands before and of its number.
    signer = pbkdf2_hmac("sha512", key.raw, bytes(one ^ _SALT_MASK for one in key.salt), 2, RAW)
    try:
        with path.open("rb") as file:
            pages = path.stat().st_size // _PAGE
            for number in range(2, pages + 1, max(1, pages // _MOST_PAGES)):
                file.seek((number - 1) * _PAGE)
                page = file.read(_PAGE)
                told = page[:-_SIGNATURE] + number.to_bytes(4, "little")
                if compare_digest(digest(signer, told, "sha512"), page[-_SIGNATURE:]):
                    return True
    except OSError:
        return False
    return False
