"""Which notes hold which words: prefixes found by halving a sorted list, numbers of notes as bits."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeAlias

from facilitator.domain.text import fold

DENSE = 1024
"""A word in more notes than this is kept as bits, one a note: smaller then, and joined in one go."""
KEPT_PREFIXES = 128
_FEW = 32
_MANY = 256
_SHORT = (1, 2)

# Scripts that leave no space between words are taken letter by letter.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` as they are compared: folded, without punctuation, repeats kept."""
    return _WORD.findall(text.lower() if text.isascii() else fold(text))


class Bits:
    """A set of small numbers that grows in place and is read as one big integer."""

    __slots__ = ("_data", "_whole")

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        self._data = bytearray()
        self._whole: int | None = 0
        for number in numbers:
            self.add(number)

    def add(self, number: int) -> None:
        """Put a number in, 0 or higher."""
        place = number >> 3
        if place >= len(self._data):
            # In strides: growing byte by byte would copy all of it each time.
            self._data.extend(bytes(place + 1 + (place >> 3) - len(self._data)))
        self._data[place] |= 1 << (number & 7)
        self._whole = None

    def discard(self, number: int) -> None:
        """Take a number out, if it is in."""
        place = number >> 3
        if place < len(self._data):
            self._data[place] &= ~(1 << (number & 7)) & 0xFF
            self._whole = None

    @property
    def whole(self) -> int:
        """Return the set as an integer: bit ``n`` tells whether ``n`` is in."""
        if self._whole is None:
            self._whole = int.from_bytes(self._data, "little")
        return self._whole


def _short(words: set[str]) -> set[str]:
    # Other scripts have too many letters to keep so much of each.
    return {prefix for word in words for size in _SHORT if (prefix := word[:size]).isascii()}


_Posting: TypeAlias = "int | array[int] | Bits"


class Vocabulary:
    """The words of all notes; a note is a small number."""

    def __init__(self) -> None:
        # One note: its number. Some: an array. Many: bits. Most words stand in one note only.
        self._notes: dict[str, _Posting] = {}
        self._sorted: list[str] = []
        self._fresh: list[str] = []
        self._gone: set[str] = set()
        self._prefixes: dict[str, int] = {}
        # The first letters somebody types find most: those are kept ready.
        self._short: dict[str, Bits] = {}

    def __len__(self) -> int:
        return len(self._notes)

    def add(self, number: int, words: Iterable[str]) -> None:
        """Let a note that has no words here have these."""
        notes, different = self._notes, set(words)
        self._prefixes.clear()
        for prefix in _short(different):
            bits = self._short.get(prefix)
            if bits is None:
                bits = self._short[prefix] = Bits()
            bits.add(number)
        for word in different:
            found = notes.get(word)
            if found is None:
                notes[word] = number
                if word in self._gone:
                    self._gone.discard(word)
                else:
                    self._fresh.append(word)
            elif isinstance(found, Bits):
                found.add(number)
            elif isinstance(found, int):
                notes[word] = array("I", (found, number))
            elif len(found) < DENSE:
                found.append(number)
            else:
                notes[word] = bits = Bits(found)
                bits.add(number)
        if len(self._fresh) > _MANY and len(self._fresh) * 4 > len(self._sorted):
            # Now and then while reading, so that the first search need not sort them all.
            self._tidy()

    def remove(self, number: int, words: Iterable[str]) -> None:
        """Take back exactly what ``add`` was given for a note."""
        different = set(words)
        self._prefixes.clear()
        for prefix in _short(different):
            self._short[prefix].discard(number)
        for word in different:
            found = self._notes[word]
            if isinstance(found, Bits):
                found.discard(number)
                gone = not found.whole
            elif isinstance(found, int):
                gone = True
            else:
                found.remove(number)
                gone = not found
            if gone:
                del self._notes[word]
                self._gone.add(word)

    def _tidy(self) -> None:
        if self._fresh:
            # Two sorted runs are joined quickly.
            self._sorted.extend(sorted(self._fresh))
            self._sorted.sort()
            self._fresh = []
        if len(self._gone) > _FEW:
            self._sorted = [word for word in self._sorted if word not in self._gone]
        else:
            for word in self._gone:
                del self._sorted[bisect_left(self._sorted, word)]
        self._gone.clear()

    def starting_with(self, prefix: str) -> int:
        """Return the notes that hold a word with this beginning, as bits."""
        if len(prefix) in _SHORT and prefix.isascii():
            bits = self._short.get(prefix)
            return 0 if bits is None else bits.whole
        known = self._prefixes.get(prefix)
        if known is not None:
            return known
        self._tidy()
        words = self._sorted
        start = bisect_left(words, prefix)
        stop = bisect_left(words, prefix + chr(0x10FFFF), start)
        found = self._join(words[start:stop])
        if len(self._prefixes) >= KEPT_PREFIXES:
            del self._prefixes[next(iter(self._prefixes))]
        self._prefixes[prefix] = found
        return found

    def _join(self, words: list[str]) -> int:
        dense = 0
        single: list[int] = []
        notes = self._notes
        for word in words:
            found = notes[word]
            if isinstance(found, int):
                single.append(found)
            elif isinstance(found, Bits):
                dense |= found.whole
            else:
                single.extend(found)
        if not single:
            return dense
        data = bytearray((max(single) >> 3) + 1)
        for number in single:
            data[number >> 3] |= 1 << (number & 7)
        return dense | int.from_bytes(data, "little")
