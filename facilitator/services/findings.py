"""One thing to decide about before anything leaves: where it is, and the name its decision is kept by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.domain.state import State

KINDS = ("bsn", "iban", "phone", "email", "address", "birth", "plate", "number", "web", "name")
"""Kinds of personal data, in order of precedence: where two overlap, the one named first stays."""
PRINTED = {
    "dialogue": ("title", "question", "opening", "summary", "privacy_promise"),
    "meeting": ("name",),
    "persona": ("line", "story", "needs", "made_with"),
    "note": ("text", "translation", "parked"),
    "picture": ("description",),
    "insight": ("title", "description"),
    "goal": ("title", "definition", "residents_say", "tensions"),
    "advice": ("text", "addressee", "condition", "deadline", "minority"),
    "reply": ("reason",),
    "action": ("text", "owner"),
}
"""Entity -> the texts of it that are printed, in the order of the check."""
_WHOLE = {
    "note": (
        "consent.none_starred",
        "consent.unknown_quoted",
        "consent.first_name_quoted",
        "picture.no_description",
    ),
    "picture": ("cover.no_description", "logo.no_description"),
    "meeting": ("cell.meeting",),
    "goal": ("goal.no_definition",),
    "advice": ("advice.unvoted",),
}
"""Entity -> kinds of finding that are about the whole of it."""
_EARLIER = 20
"""So many finds of one kind an earlier text may have had."""
_SHORTEST = 3
"""No find is shorter, with what parts it from the next."""
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


def decisions_about(state: State, entity: str, ids: Iterable[str], *, dead: bool = False) -> list[str]:
    """Return the ids of all decisions about these entities, those about texts they had before too.

    With ``dead`` those that were deleted too.
    """
    kept = {id for id, row in state.tables.get("decision", {}).items() if row.alive or dead}
    found: list[str] = []
    for target in ids:
        if not kept:
            break
        mine = [id for id in _possible(state, entity, target) if id in kept]
        kept.difference_update(mine)
        found += mine
    return found


def _possible(state: State, entity: str, target: str) -> Iterator[str]:
    """Yield every id a finding about this one can have: ids do not tell what they are about."""
    yield from (id_of(kind, entity, target) for kind in _WHOLE.get(entity, ()))
    row = state.get(entity, target)
    for field in PRINTED.get(entity, ()):
        text = str(getattr(row, field, None) or "")
        yield id_of("consent.copied", entity, target, field, "")
        for nth in range(max(_EARLIER, len(text) // _SHORTEST)):
            yield from (id_of(f"personal.{kind}", entity, target, field, str(nth)) for kind in KINDS)
