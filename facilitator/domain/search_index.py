"""Find notes while somebody types: words and filters as sets of bits, in memory and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import cast

from facilitator.domain.entities import Meeting, Note
from facilitator.domain.search_words import Bits, Vocabulary, words_of

FACETS = (
    "persona",
    "kind",
    "basis",
    "step",
    "meeting",
    "channel",
    "table",
    "speakers",
    "place",
    "starred",
    "picture",
)
PLACES = ("loose", "grouped", "parked")
YES = "yes"
_KEPT = ("persona", "kind", "basis", "step", "meeting", "table", "speakers")
_NO_CHANNEL = "other"  # as evidence.py counts notes without a meeting
_ONES = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))

Filters = Mapping[str, frozenset[str]]


def _nothing() -> Filters:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        text: Words as typed; a note holds, for each of them, a word that begins so.
        filters: Facet (one of ``FACETS``) to the values let through; ``starred`` and ``picture`` know
            the value ``YES`` only, ``table`` its number as text, ``place`` one of ``PLACES``.
        scope: Filters that say which notes are there at all, such as those of one step.
    """

    text: str = ""
    filters: Filters = field(default_factory=_nothing)
    scope: Filters = field(default_factory=_nothing)

    @property
    def active(self) -> bool:
        """Tell whether it leaves anything out."""
        return bool(words_of(self.text)) or any(self.filters.values())

    def as_view(self) -> dict[str, object]:
        """Return text and filters for keeping a view."""
        return {"text": self.text, "filters": {name: sorted(of) for name, of in self.filters.items() if of}}

    @classmethod
    def from_view(cls, view: object) -> Query:
        """Take up what ``as_view`` gave; anything else is left out."""
        if not isinstance(view, Mapping):
            return cls()
        view = cast("Mapping[str, object]", view)
        text, filters = view.get("text"), view.get("filters")
        kept = cast("Mapping[str, object]", filters if isinstance(filters, Mapping) else {})
        read = {
            name: frozenset(str(value) for value in cast("list[object]", of))
            for name, of in kept.items()
            if name in FACETS and isinstance(of, list) and of
        }
        return cls(text if isinstance(text, str) else "", read)


@dataclass(frozen=True, eq=False)
class Hits:
    """What a query found; true until the index is changed.

    Attributes:
        total: Notes in scope, found or not.
        facets: Facet -> value -> how many hits there are with that value alone ticked in the facet.
    """

    bits: int
    numbers: Mapping[str, int]
    ids: list[str]
    total: int
    facets: Mapping[str, Mapping[str, int]]

    @cached_property
    def _bytes(self) -> bytes:
        return self.bits.to_bytes((self.bits.bit_length() + 7) >> 3, "little")

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __bool__(self) -> bool:
        return self.bits != 0

    def __contains__(self, id: object) -> bool:
        number = self.numbers.get(id, -1) if isinstance(id, str) else -1
        place = number >> 3
        return 0 <= place < len(self._bytes) and bool(self._bytes[place] >> (number & 7) & 1)

    def __iter__(self) -> Iterator[str]:
        for place, byte in enumerate(self._bytes):
            for bit in _ONES[byte]:
                yield self.ids[(place << 3) + bit]


@dataclass(slots=True)
class _Kept:
    """The notes by number, and which numbers are free."""

    numbers: dict[str, int] = field(default_factory=dict[str, int])
    ids: list[str] = field(default_factory=list[str])
    notes: list[Note | None] = field(default_factory=list["Note | None"])
    free: list[int] = field(default_factory=list[int])

    def take(self, note: Note) -> int:
        if self.free:
            number = self.free.pop()
            self.ids[number], self.notes[number] = note.id, note
        else:
            number = len(self.ids)
            self.ids.append(note.id)
            self.notes.append(note)
        self.numbers[note.id] = number
        return number

    def release(self, id: str) -> None:
        number = self.numbers.pop(id)
        self.ids[number], self.notes[number] = "", None
        self.free.append(number)


class SearchIndex:
    """Living notes by words and by filters; ``put`` and ``drop`` keep it true, one note at a time.

    A note's meeting gives its channel (and its group of speakers, when the note names none), and a link to
    an insight that is not there counts as no link: ``set_meetings`` and ``set_insights`` tell about those.
    """

    def __init__(self) -> None:
        self._kept = _Kept()
        self._words = Vocabulary()
        self._raw: dict[str, dict[str, Bits]] = {name: {} for name in _KEPT}
        self._all, self._linked, self._parked = Bits(), Bits(), Bits()
        self._starred, self._picture = Bits(), Bits()
        self._insights: frozenset[str] = frozenset()
        self._dangling: set[int] = set()
        self._meetings: dict[str, tuple[str, str]] = {}
        self._values: dict[str, dict[str, int]] | None = None

    def __len__(self) -> int:
        return len(self._kept.numbers)

    def __contains__(self, id: object) -> bool:
        return id in self._kept.numbers

    # ── keeping it true ─────────────────────────────────────────────────────

    def put(self, note: Note) -> bool:
        """Take in a living note, or what became of it; tell whether anything was new."""
        number = self._kept.numbers.get(note.id)
        if number is None:
            number = self._kept.take(note)
            self._all.add(number)
            self._words.add(number, _words(note))
            self._file(number, note)
            return True
        before = self._kept.notes[number]
        if before is note or before is None:
            return False
        if before.text != note.text or before.translation != note.translation:
            self._words.remove(number, _words(before))
            self._words.add(number, _words(note))
        self._unfile(number, before)
        self._kept.notes[number] = note
        self._file(number, note)
        return True

    def drop(self, id: str) -> bool:
        """Forget a note; tell whether it was known."""
        number = self._kept.numbers.get(id)
        note = None if number is None else self._kept.notes[number]
        if number is None or note is None:
            return False
        self._words.remove(number, _words(note))
        self._unfile(number, note)
        self._all.discard(number)
        self._kept.release(id)
        return True

    def set_meetings(self, meetings: Iterable[Meeting]) -> None:
        """Tell which meetings there are."""
        self._meetings = {meeting.id: (meeting.channel, meeting.group) for meeting in meetings}
        self._values = None

    def set_insights(self, ids: Iterable[str]) -> None:
        """Tell which insights there are."""
        now = frozenset(ids)
        gone, self._insights = self._insights - now, now
        notes = self._kept.notes
        again = set(self._dangling)
        if gone:
            again.update(n for n, note in enumerate(notes) if note and not gone.isdisjoint(note.insights))
        for number in again:
            note = notes[number]
            if note is not None:
                self._link(number, note)

    def _file(self, number: int, note: Note) -> None:
        for name, value in _plain_values(note):
            of = self._raw[name]
            bits = of.get(value)
            if bits is None:
                bits = of[value] = Bits()
            bits.add(number)
        if note.starred:
            self._starred.add(number)
        if note.picture:
            self._picture.add(number)
        if note.parked is not None:
            self._parked.add(number)
        self._link(number, note)

    def _unfile(self, number: int, note: Note) -> None:
        for name, value in _plain_values(note):
            self._raw[name][value].discard(number)
        for bits in (self._starred, self._picture, self._parked, self._linked):
            bits.discard(number)
        self._dangling.discard(number)
        self._values = None

    def _link(self, number: int, note: Note) -> None:
        living = [insight in self._insights for insight in note.insights]
        (self._linked.add if any(living) else self._linked.discard)(number)
        (self._dangling.discard if all(living) else self._dangling.add)(number)
        self._values = None

    # ── asking ──────────────────────────────────────────────────────────────

    def query(self, query: Query) -> Hits:
        """Return what is found: every word and every facet must agree, one value of a facet is enough."""
        values = self._all_values()
        scope = self._all.whole
        for name, chosen in query.scope.items():
            scope &= _union(values[name], chosen)
        found = scope
        for word in sorted(set(words_of(query.text)), key=len, reverse=True):
            found &= self._words.starting_with(word)
        passed = {name: _union(values[name], chosen) for name, chosen in query.filters.items() if chosen}
        hits = found
        for bits in passed.values():
            hits &= bits
        facets: dict[str, dict[str, int]] = {}
        for name in FACETS:
            base = hits
            if name in passed:
                base = found
                for other, bits in passed.items():
                    base = base if other == name else base & bits
            facets[name] = {value: (base & bits).bit_count() for value, bits in values[name].items()}
        return Hits(hits, self._kept.numbers, self._kept.ids, scope.bit_count(), facets)

    def _all_values(self) -> dict[str, dict[str, int]]:
        """Return facet -> value -> notes; only values that a note has."""
        if self._values is not None:
            return self._values
        values = {name: {value: b.whole for value, b in sorted(of.items())} for name, of in self._raw.items()}
        channels: dict[str, int] = {}
        speakers = dict(values["speakers"])
        silent = speakers.pop("", 0)
        for meeting, bits in values["meeting"].items():
            channel, group = self._meetings.get(meeting, (_NO_CHANNEL, ""))
            channels[channel] = channels.get(channel, 0) | bits
            speakers[group] = speakers.get(group, 0) | bits & silent
        everything, linked = self._all.whole, self._linked.whole
        parked = self._parked.whole & ~linked
        values["channel"] = channels
        values["speakers"] = speakers
        values["place"] = {"loose": everything & ~linked & ~parked, "grouped": linked, "parked": parked}
        values["starred"] = {YES: self._starred.whole}
        values["picture"] = {YES: self._picture.whole}
        self._values = {
            name: {value: bits for value, bits in of.items() if bits} for name, of in values.items()
        }
        return self._values


def _words(note: Note) -> list[str]:
    return words_of(f"{note.text} {note.translation}" if note.translation else note.text)


def _plain_values(note: Note) -> tuple[tuple[str, str], ...]:
    return (
        ("persona", note.persona),
        ("kind", note.kind),
        ("basis", note.basis),
        ("step", note.step),
        ("meeting", note.meeting),
        ("table", str(note.table)),
        ("speakers", note.speaker_group),
    )


def _union(values: Mapping[str, int], chosen: Iterable[str]) -> int:
    found = 0
    for value in chosen:
        found |= values.get(value, 0)
    return found
