"""An organisation's pair of keys, made for the test alone, and files under a passphrase that open at once."""

from __future__ import annotations

import hashlib
import hmac
import importlib
import importlib.util
import os
from base64 import b64encode
from typing import Any

pyrage: Any = importlib.import_module("pyrage")
_CHUNK = 64 * 1024


class Holder:
    """Somebody files are sealed for."""

    def __init__(self) -> None:
        self._identity = pyrage.x25519.Identity.generate()
        self.public = str(self._identity.to_public())
        self.secret = str(self._identity)


def sealed_lightly(data: bytes, passphrase: str, work: int = 4) -> bytes:
    """Return ``data`` sealed under a passphrase by 2 ** ``work`` rounds: age takes a second or two.

    Written from its specification (age-encryption.org/v1). Where the cipher is not at hand age does it.
    """
    if importlib.util.find_spec("cryptography") is None:
        return pyrage.passphrase.encrypt(data, passphrase)
    cipher: Any = importlib.import_module("cryptography.hazmat.primitives.ciphers.aead").ChaCha20Poly1305
    salt, key, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    spun = hashlib.scrypt(
        passphrase.encode(),
        salt=b"age-encryption.org/v1/scrypt" + salt,
        n=1 << work,
        r=8,
        p=1,
        maxmem=1 << (work + 11),
        dklen=32,
    )
    wrapped = cipher(spun).encrypt(bytes(12), key, None)
    head = b"age-encryption.org/v1\n-> scrypt %s %d\n%s\n---" % (_plain(salt), work, _plain(wrapped))
    mark = hmac.digest(_derived(key, b"", b"header"), head, "sha256")
    body, chunks = cipher(_derived(key, nonce, b"payload")), range(0, max(1, len(data)), _CHUNK)
    parts = [
        body.encrypt(
            number.to_bytes(11, "big") + bytes([number == len(chunks) - 1]),
            data[start : start + _CHUNK],
            None,
        )
        for number, start in enumerate(chunks)
    ]
    return b"".join((head, b" ", _plain(mark), b"\n", nonce, *parts))


def _plain(raw: bytes) -> bytes:
    return b64encode(raw).rstrip(b"=")


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes by HKDF with SHA-256."""
    return hmac.digest(hmac.digest(salt or bytes(32), key, "sha256"), info + b"\x01", "sha256")
