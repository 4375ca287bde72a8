"""What shows that nobody changed a word: a mark per row, a proof per event, and the chain of all edits.

Every edit names the edits it was made upon and carries a SHA-256 over those, itself and its events, as the
commits of a version control system do. An event goes into it by a salted digest of its value: erasing the
value takes the salt along, so the chain still holds and nobody can guess what stood there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b, sha256

DIGEST = 16
"""Bytes kept of a SHA-256."""
SALT = 8
"""Random bytes before the digest in a proof; gone when the value was erased."""

# Copied for each row: cheaper than made anew.
_MARK = blake2b(digest_size=8)
_LETTERS = 20
_GROUP = 4
_APART = "\x1f"
"""Stands between texts; ``clean`` lets no such character into one."""

EditRow = tuple[str, int, str, str, int | None, bytes, bytes]
"""source, stamp, kind, label, undoes, the chains it was made upon (one behind the other), its own chain"""
EventRow = tuple[str, int, int, str, str, str, str | None, bytes | None]
"""source, stamp, stamp of its edit, entity, id, field, value as JSON (None: erased), proof (None: old)"""


@dataclass(frozen=True, slots=True)
class Break:
    """A place in the log that is not as it was written.

    Attributes:
        source, stamp: Name of the edit.
        entity, id, field: The event, or empty where the edit as a whole does not fit.
        code: ``proof.value`` (another value), ``proof.edit`` (edit or events changed, added or taken
            away) or ``proof.before`` (an edit it was made upon is not there).
    """

    code: str
    source: str
    stamp: int
    entity: str = ""
    id: str = ""
    field: str = ""


def mark(values: Iterable[object]) -> int:
    """Return the mark of a row's columns: finds a slip of the disk, not a forger."""
    text = _APART.join(map(str, values))
    # A damaged text can hold what no text may.
    digest = _MARK.copy()
    digest.update(text.encode("utf-8", "surrogatepass"))
    return int.from_bytes(digest.digest(), "big", signed=True)


def proofs(values: Sequence[str]) -> list[bytes]:
    """Return a proof for each value, salted anew."""
    salts = os.urandom(SALT * len(values))
    return [shown(salts[place * SALT : (place + 1) * SALT], value) for place, value in enumerate(values)]


def shown(salt: bytes, value: str) -> bytes:
    """Return the proof of a value with this salt."""
    return salt + sha256(salt + value.encode()).digest()[:DIGEST]


def holds(proof: bytes | None, value: str | None) -> bool:
    """Tell whether an event's value is the one its proof was made of; old events have no proof."""
    if proof is None:
        return True
    if value is None:
        return len(proof) == DIGEST
    return len(proof) == SALT + DIGEST and shown(proof[:SALT], value) == proof


def chained(
    before: bytes,
    edit: tuple[str, int, str, str, int | None],
    events: Iterable[tuple[int, str, str, str, bytes | None]],
) -> bytes:
    """Return the chain of an edit.

    Args:
        before: Chains of the edits it was made upon, sorted, one behind the other.
        edit: source, stamp, kind, label, undoes.
        events: stamp, entity, id, field and proof, in the order of their stamps.
    """
    digest = sha256(before)
    digest.update(_APART.join(map(str, edit)).encode())
    for stamp, entity, id, field, proof in events:
        digest.update(f"\n{stamp}{_APART}{entity}{_APART}{id}{_APART}{field}{_APART}".encode())
        digest.update(proof[-DIGEST:] if proof is not None else b"-")
    return digest.digest()[:DIGEST]


def complete(
    identity: bytes, edits: Iterable[EditRow], events: Iterable[EventRow]
) -> tuple[bytes, list[EditRow]]:
    """Return identity and edits with chains for those that have none, as older files do.

    They are chained in order of time, so the same log gives the same chains on every laptop.
    """
    of_edit: dict[tuple[str, int], list[EventRow]] = {}
    for event in sorted(events, key=lambda event: (event[0], event[1])):
        of_edit.setdefault((event[0], event[2]), []).append(event)
    found: list[EditRow] = []
    chain = identity
    for edit in sorted(edits, key=lambda edit: (edit[1], edit[0])):
        if not identity:
            identity = chain = sha256(f"{edit[0]} {edit[1]}".encode()).digest()[:DIGEST]
        if not edit[6]:
            mine = of_edit.get(edit[:2], [])
            told = chained(chain, edit[:5], ((e[1], e[3], e[4], e[5], e[7]) for e in mine))
            found.append((*edit[:5], chain, told))
        else:
            found.append(edit)
        chain = found[-1][6]
    return identity, found


def split(before: bytes) -> list[bytes]:
    """Return the single chains an edit was made upon."""
    return [before[place : place + DIGEST] for place in range(0, len(before), DIGEST)]


def heads(edits: Iterable[tuple[bytes, bytes]], identity: bytes) -> set[bytes]:
    """Return the chains no edit builds upon, of (before, chain) each; the identity where none is."""
    chains: set[bytes] = {identity}
    used: set[bytes] = set()
    for before, chain in edits:
        chains.add(chain)
        used.update(split(before))
    return chains - used


def code(identity: bytes, ends: Iterable[bytes]) -> str:
    """Return the seal: five groups of four letters of a SHA-256 over all ends of the chain."""
    text = sha256(identity + b"".join(sorted(ends))).hexdigest()[:_LETTERS]
    return "-".join(text[place : place + _GROUP] for place in range(0, _LETTERS, _GROUP))


def is_edit(row: Sequence[object]) -> bool:
    """Tell whether columns hold what those of an edit can hold."""
    src, hlc, kind, label, undoes, before, chain = row
    return (
        all(map(is_text, (src, kind, label)))
        and isinstance(hlc, int)
        and (undoes is None or isinstance(undoes, int))
        and isinstance(before, bytes)
        and isinstance(chain, bytes)
    )


def is_event(row: Sequence[object]) -> bool:
    """Tell whether columns hold what those of an event can hold."""
    src, hlc, edit, entity, id, field, value, shown = row
    return (
        all(map(is_text, (src, entity, id, field)))
        and isinstance(hlc, int)
        and isinstance(edit, int)
        and (value is None or is_text(value))
        and (shown is None or isinstance(shown, bytes))
    )


def is_text(value: object) -> bool:
    """Tell whether it is text, every letter of which can be written."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def breaks(identity: bytes, edits: Sequence[EditRow], events: Iterable[EventRow]) -> list[Break]:
    """Return every place where the log is not what was written, in the order of the edits."""
    found: list[Break] = []
    told = list(events)
    # Damage can leave anything in a column.
    found += [Break("proof.edit", str(edit[0]), _number(edit[1])) for edit in edits if not is_edit(edit)]
    found += [
        Break("proof.value", str(event[0]), _number(event[2]), *map(str, event[3:6]))
        for event in told
        if not is_event(event)
    ]
    edits = [edit for edit in edits if is_edit(edit)]
    of_edit: dict[tuple[str, int], list[EventRow]] = {}
    for event in sorted(filter(is_event, told), key=lambda event: (event[0], event[1])):
        of_edit.setdefault((event[0], event[2]), []).append(event)
    known = {identity, *(edit[6] for edit in edits)}
    for edit in sorted(edits, key=lambda edit: (edit[1], edit[0])):
        source, stamp = edit[:2]
        mine = of_edit.pop((source, stamp), [])
        found += [
            Break("proof.value", source, stamp, *event[3:6])
            for event in mine
            if not holds(event[7], event[6])
        ]
        shown = chained(edit[5], edit[:5], ((e[1], e[3], e[4], e[5], e[7]) for e in mine))
        if shown != edit[6]:
            found.append(Break("proof.edit", source, stamp))
        if not known.issuperset(split(edit[5])):
            found.append(Break("proof.before", source, stamp))
    return found + [Break("proof.edit", *name) for name in sorted(of_edit)]


def moment(identity: bytes, edits: Iterable[EditRow], seal: str) -> tuple[str, int] | None:
    """Return the edit (source, stamp) right after which the dialogue had this seal, or None.

    Tried are all edits in order of time, and every edit with only what it was made upon (which is how
    another laptop saw it before the files came together).
    """
    wanted = seal.strip().lower()
    ends: set[bytes] = {identity}
    for edit in sorted(edits, key=lambda edit: (edit[1], edit[0])):
        ends.difference_update(split(edit[5]))
        ends.add(edit[6])
        if wanted in (code(identity, ends), code(identity, [edit[6]])):
            return edit[0], edit[1]
    return None
