"""Names of dialogue files: a few plain letters of the title and a short sign of which dialogue it is.

The title itself, in all its letters, is inside. A name is seen by whoever sees the folder, the stick or the
e-mail: of an encrypted dialogue it tells nothing of the title, and numbers and addresses are left out always.
"""

from __future__ import annotations

import os
from pathlib import Path

from facilitator.domain.text import slug
from facilitator.services.personal_data import find
from facilitator.store import proof
from facilitator.store.files import SUFFIX

SIGN = 6
FALLBACK = "dialoog"
_LOOKED_AT = 500


def new_identity() -> bytes:
    """Return an identity for a dialogue that is about to be made."""
    return os.urandom(proof.DIGEST)


def sign(identity: bytes) -> str:
    """Return the short sign of a dialogue: the first letters of the folder its backups lie in."""
    return (identity or new_identity()).hex()[:SIGN]


def without_sign(stem: str, identity: bytes) -> str:
    """Return the name of a file without the sign of its dialogue, and without the number behind that."""
    words, found, number = stem.rpartition(f"-{sign(identity)}")
    return words if identity and found and (not number or number[1:].isdecimal()) else stem


def stem(name: str, identity: bytes, day: str = "") -> str:
    """Return what to call a file of this dialogue: ``a-z0-9-``, at most 60 letters of ``name`` and the sign.

    Args:
        day: Digits and hyphens that tell of which moment it is.
    """
    given = without_sign(name[:_LOOKED_AT], identity)
    for span in sorted(find(given), key=lambda span: -span.start):
        given = f"{given[: span.start]} {given[span.end :]}"
    return "-".join(part for part in (slug(given, FALLBACK), day, sign(identity)) if part)


def free_path(folder: Path, name: str, identity: bytes = b"", day: str = "") -> Path:
    """Return a path in ``folder`` that is not taken; as ``stem``, with a number when it must be.

    Args:
        identity: Which dialogue it is; when that is not known the sign is any.
    """
    base = stem(name, identity, day)
    path, number = folder / f"{base}{SUFFIX}", 2
    while os.path.lexists(path):
        path, number = folder / f"{base}-{number}{SUFFIX}", number + 1
    return path
