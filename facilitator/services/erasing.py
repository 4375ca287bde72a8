"""Take notes, or what tells of a person, away for good: from the dialogue, its history and its backups."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from facilitator import paths
from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.schema import Value, decode
from facilitator.domain.state import State
from facilitator.domain.text import clean_line, fold
from facilitator.services import fields as f
from facilitator.services import handed_out
from facilitator.services.findings import decisions_about
from facilitator.services.handed_out import HandedOut
from facilitator.services.pictures import unused_after
from facilitator.store import erasing as store_erasing
from facilitator.store.erasing import Swept
from facilitator.store.session import SessionStore

REPLACEMENT_LIMIT = 60
SHORTEST = 2
"""Letters that words to look for have at least."""

WORDS: dict[str, tuple[str, ...]] = {
    "dialogue": ("title", "question", "commissioners", "opening", "summary", "privacy_promise"),
    "meeting": ("name", "venue"),
    "persona": ("name", "age", "line", "story", "needs", "made_with", "translations"),
    "note": ("text", "translation", "parked", "source_ref"),
    "picture": ("description",),
    "insight": ("title", "description"),
    "goal": ("title", "definition", "residents_say", "tensions"),
    "advice": ("text", "addressee", "condition", "deadline", "minority"),
    "reply": ("reason",),
    "action": ("text", "owner"),
    "gate": ("overruled",),
    "participant": ("name", "contact", "household", "traits"),
    "ballot": ("title",),
    "decision": ("reason",),
}
"""Entity -> fields in which people's words stand, in the order they are shown."""
_WHOLE = ("participant", "decision")
"""What is erased as a whole when words in it are: the rest of it tells of the same person or text."""
_AROUND = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One text in which words were found.

    Attributes:
        count: How often they stand there now; 0 when they stood there earlier.
        living: Whether what it belongs to is in the dialogue, and not deleted.
        excerpt: The words around the first on one line, ``mark`` their place in it.
    """

    entity: str
    id: str
    field: str
    count: int
    living: bool
    excerpt: str
    mark: tuple[int, int]

    @property
    def key(self) -> str:
        """Return a name for lists."""
        return f"{self.entity}/{self.id}/{self.field}"


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased.

    Attributes:
        things: Notes, or texts in which words were replaced.
        pictures, decisions: What went along.
        swept: How it went in backups and rescued files.
        handed_out: Files that left the dialogue and may still hold the words, newest first.
    """

    things: int
    pictures: int = 0
    decisions: int = 0
    swept: Swept = Swept()
    handed_out: tuple[HandedOut, ...] = ()


# ── notes ───────────────────────────────────────────────────────────────────


def erase_notes(store: SessionStore, ids: Iterable[str]) -> Erased:
    """Erase notes, also deleted ones, with the pictures only they showed and what was decided about them.

    The backups follow by ``carry_on``.

    Raises:
        UserError: ``note.unknown``, ``store.readonly``.
    """
    state = store.state
    notes = [_any_note(state, id) for id in f.unique(ids)]
    pictures = _pictures_of(state, notes)
    decisions = decisions_about(state, "note", [note.id for note in notes], dead=True)
    decisions += decisions_about(state, "picture", pictures, dead=True)
    gone = [("note", note.id) for note in notes]
    gone += [("picture", id) for id in pictures] + [("decision", id) for id in decisions]
    store.erase(gone, label="note.erased" if len(notes) == 1 else "notes.erased")
    return Erased(len(notes), len(pictures), len(decisions))


def _any_note(state: State, id: str) -> e.Note:
    row = state.get("note", id)
    if not isinstance(row, e.Note):
        raise UserError("note.unknown", id=id)
    return row


def _pictures_of(state: State, notes: Sequence[e.Note]) -> list[str]:
    """Return the pictures no other note shows, those of deleted notes too."""
    free = unused_after(state, [note for note in notes if note.alive])
    shown = {note.picture for note in state.notes} | {state.dialogue.cover, state.dialogue.logo}
    mine = {note.picture for note in notes if note.picture and note.picture not in shown}
    return sorted(id for id in {*free, *mine} if state.get("picture", id) is not None)


# ── words ───────────────────────────────────────────────────────────────────


def find_words(store: SessionStore, find: str, *, whole: bool = True) -> list[Place]:
    """Return every text in which words stand or ever stood, in this dialogue and its history.

    Capitals and accents make no difference; ``whole`` leaves out what is only a part of a word.

    Raises:
        UserError: ``erase.no_words``, ``text.too_long``, ``store.closed``, ``store.io``.
    """
    look = _Look(find, whole)
    told = store.ask(lambda db: store_erasing.told(db, WORDS))
    state = store.state.copy()
    return store.patience.aside(lambda: _found(state, told, look))


def _found(state: State, told: Iterable[tuple[str, str, str, str]], look: _Look) -> list[Place]:
    now = list(_now(state, look))
    seen = {(place.entity, place.id, place.field) for place in now}
    return [*now, *_earlier(state, told, look, seen)]


def _now(state: State, look: _Look) -> Iterator[Place]:
    for entity, names in WORDS.items():
        rows = sorted(
            state.tables.get(entity, {}).values(), key=lambda row: (not row.alive, _seq(row), row.id)
        )
        for row in rows:
            for name in names:
                place = _place(look, (entity, row.id, name), getattr(row, name), row.alive)
                if place is not None:
                    yield place


def _seq(row: e.Entity) -> int:
    return int(getattr(row, "seq", 0))


def _place(look: _Look, where: tuple[str, str, str], value: Value, living: bool) -> Place | None:
    hits = [(text, spans) for text in _texts(value) if (spans := look.spans(text))]
    if not hits:
        return None
    text, spans = hits[0]
    excerpt, mark = _excerpt(text, *spans[0])
    count = sum(len(found) for _, found in hits)
    return Place(
        entity=where[0], id=where[1], field=where[2], count=count, living=living, excerpt=excerpt, mark=mark
    )


def _earlier(
    state: State,
    told: Iterable[tuple[str, str, str, str]],
    look: _Look,
    seen: Collection[tuple[str, str, str]],
) -> Iterator[Place]:
    """Yield the places where the words only stood before."""
    known = set(seen)
    for entity, id, field, value in told:
        where = (entity, id, field)
        if where in known or not look.possible(value):
            continue
        row = state.get(entity, id)
        place = _place(look, where, decode(entity, field, value), row is not None and row.alive)
        if place is not None and row is not None:
            known.add(where)
            yield Place(
                entity=place.entity,
                id=place.id,
                field=place.field,
                count=0,
                living=place.living,
                excerpt=place.excerpt,
                mark=place.mark,
            )


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from value
    elif isinstance(value, Mapping):
        for inner in cast("Mapping[str, Value]", value).values():
            yield from _texts(inner)


def _excerpt(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    before = ("… " if first else "") + text[first:start].replace("\n", " ").lstrip()
    words = text[start:end].replace("\n", " ")
    behind = text[end:last].replace("\n", " ").rstrip() + (" …" if last < len(text) else "")
    return before + words + behind, (len(before), len(before) + len(words))


def erase_words(
    store: SessionStore, find: str, replacement: str, places: Iterable[Place], *, whole: bool = True
) -> Erased:
    """Put ``replacement`` where the words stand in these places, and take away what ever stood there.

    Earlier versions of each text go altogether. Participants with the words go as a whole, and so do the
    decisions about texts that change. The backups follow by ``carry_on``.

    Raises:
        UserError: ``erase.no_words``, ``erase.no_replacement``, ``erase.same_words``, ``erase.gone`` when
            nothing is left to erase, ``text.too_long``, ``store.readonly``.
    """
    look = _Look(find, whole)
    instead = clean_line(replacement, REPLACEMENT_LIMIT)
    if not instead:
        raise UserError("erase.no_replacement")
    if look.spans(instead):
        raise UserError("erase.same_words", words=clean_line(find))
    state, chosen = store.state, [place for place in places if _is_there(store.state, place)]
    if not chosen:
        raise UserError("erase.gone")
    gone = {(place.entity, place.id) for place in chosen if place.entity in _WHOLE}
    changed = [place for place in chosen if place.entity not in _WHOLE]
    instead_of: dict[tuple[str, str, str], Value] = {
        (place.entity, place.id, place.field): _replaced(look, _value(state, place), instead)
        for place in changed
    }
    decisions = [
        ("decision", id)
        for entity in dict.fromkeys(place.entity for place in changed)
        for id in decisions_about(state, entity, {p.id for p in changed if p.entity == entity}, dead=True)
    ]
    store.erase([*sorted(gone | set(decisions))], instead_of, label="words.erased")
    return Erased(len(chosen), decisions=len(decisions))


def _is_there(state: State, place: Place) -> bool:
    return place.field in WORDS.get(place.entity, ()) and state.get(place.entity, place.id) is not None


def _value(state: State, place: Place) -> Value:
    return cast("Value", getattr(state.get(place.entity, place.id), place.field))


def _replaced(look: _Look, value: Value, instead: str) -> Value:
    if isinstance(value, str):
        return look.replaced(value, instead)
    if isinstance(value, tuple):
        return tuple(look.replaced(text, instead) for text in value)
    if isinstance(value, Mapping):
        inner = cast("Mapping[str, Any]", value)
        return {name: _replaced(look, text, instead) for name, text in inner.items()}
    return value


class _Look:
    """Looks for words in texts, blind for capitals, accents and what parts them."""

    def __init__(self, find: str, whole: bool) -> None:
        words = _folded(clean_line(find))[0].split()
        if sum(ch.isalnum() for word in words for ch in word) < SHORTEST:
            raise UserError("erase.no_words", least=SHORTEST)
        self._first = max(words, key=len)
        middle = r"\s+".join(re.escape(word) for word in words)
        self._pattern = re.compile(rf"(?<!\w){middle}(?!\w)" if whole else middle)

    def possible(self, text: str) -> bool:
        """Tell quickly whether the words can stand in a text."""
        return self._first in (text.lower() if text.isascii() else _folded(text)[0])

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand, in reading order."""
        if not self.possible(text):
            return []
        folded, places = _folded(text)
        return [(places[match.start()], places[match.end()]) for match in self._pattern.finditer(folded)]

    def replaced(self, text: str, instead: str) -> str:
        """Return ``text`` with ``instead`` where the words stood."""
        for start, end in reversed(self.spans(text)):
            text = text[:start] + instead + text[end:]
        return text


@lru_cache(maxsize=64)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Return ``text`` for comparing, and for each of its letters the place in ``text``; last the end."""
    letters: list[str] = []
    places: list[int] = []
    for place, ch in enumerate(text):
        # A soft hyphen or joiner inside a name hides it from nobody who reads.
        shown = "" if unicodedata.category(ch) == "Cf" else ch if ch.isascii() else fold(ch)
        for letter in shown.lower():
            letters.append(letter)
            places.append(place)
    return "".join(letters), (*places, len(text))


# ── the files beside the dialogue ───────────────────────────────────────────


def carry_on(store: SessionStore, more: Iterable[Path] = ()) -> Swept:
    """Carry everything that was ever erased into the backups, rescued files and copies of before an update.

    Any thread may do it; it waits until the dialogue itself is safe. ``more`` are other folders with
    backups, such as that on a stick; one that is not there now is swept the next time.

    Raises:
        UserError: why the dialogue itself could not be written.
    """
    store.wait_saved()
    known = store.erasures()
    if not known:
        return Swept()
    folders = dict.fromkeys([paths.backups(), *more])
    files = store_erasing.files_of(store.identity, folders, paths.rescued())
    return store_erasing.sweep(known, store.key, [*files, *store_erasing.earlier_files(store.path)])


def still_out(store: SessionStore) -> tuple[HandedOut, ...]:
    """Return the files that were handed out on this laptop and are still there."""
    return tuple(handed_out.known(store.identity))
