"""One thing to decide about before anything leaves: where it is, and the name its decision is kept by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

_AROUND = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to decide about.

    Attributes:
        id: The same as long as nothing before it in the text changes.
        kind: Code such as ``personal.phone`` or ``gate.open``; its words stand under ``findings``.
        entity, target, field: Where it is; ``field`` is empty when it is about the whole.
        start, end: Place in the text of ``field``; both 0 without one.
        excerpt: The words around it on one line, ``mark`` the place in these.
        suggestion: What could stand there instead, or empty.
        weight: 3 nearly sure, 2 likely, 1 perhaps.
        text_hash: Code of what it rests on.
    """

    id: str
    kind: str
    entity: str
    target: str
    field: str = ""
    start: int = 0
    end: int = 0
    excerpt: str = ""
    mark: tuple[int, int] = (0, 0)
    suggestion: str = ""
    weight: int = 2
    text_hash: str = ""


def at(
    kind: str, entity: str, target: str, field: str, text: str, start: int, end: int, nth: str = ""
) -> Finding:
    """Return a finding about a place in ``text``; ``nth`` tells those of one kind in it apart."""
    excerpt, mark = _excerpt(text, start, end)
    return Finding(
        id=id_of(kind, entity, target, field, nth),
        kind=kind,
        entity=entity,
        target=target,
        field=field,
        start=start,
        end=end,
        excerpt=excerpt,
        mark=mark,
        text_hash=code_of(text),
    )


def _excerpt(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """Return the words around a place on one line, and the place in them."""
    first = max(start - _AROUND, 0)
    last = min(end + _AROUND, len(text))
    before, words, behind = (_line(part) for part in (text[first:start], text[start:end], text[end:last]))
    before = ("… " if first else "") + before.lstrip()
    behind = behind.rstrip() + (" …" if last < len(text) else "")
    return before + words + behind, (len(before), len(before) + len(words))


def _line(text: str) -> str:
    return text.replace("\n", " ")


def about(kind: str, entity: str, target: str, words: str, weight: int, rests: str) -> Finding:
    """Return a finding about the whole of something; it is the same as long as what it ``rests`` on is."""
    excerpt = _line(words[: 2 * _AROUND]) + (" …" if len(words) > 2 * _AROUND else "")
    return Finding(
        id=id_of(kind, entity, target),
        kind=kind,
        entity=entity,
        target=target,
        excerpt=excerpt,
        weight=weight,
        text_hash=code_of(rests),
    )


def id_of(*parts: str) -> str:
    """Return the id under which a decision is kept."""
    # Of the place, never of the words: a code of a citizen's number would give the number away.
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def code_of(text: str) -> str:
    """Return a code of a text, to see whether it changed."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]
