"""Names of people in a text, found by the words before and behind them and by common first names."""

from __future__ import annotations

import re
from collections.abc import Collection

from facilitator.services.personal_words import (
    CUES,
    FIRST_NAMES,
    KIN,
    NO_NAMES,
    OFTEN_WORDS,
    ORGANISATIONS,
    PARTICLES,
    SAYING,
    TITLES,
)
from facilitator.similarity.stop_words import STOP_WORDS

Found = tuple[int, int, int]
"""start, end, weight"""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 6
_STARTERS = '.!?:;\n"“”‘(•-'
_FAMILY = frozenset({"van", "der", "den", "de", "ter", "ten", "te", "el", "al", "ben"})
_AND = frozenset({"en", "and"})
_COMMON = STOP_WORDS["nl"] | STOP_WORDS["en"]


class _Text:
    """A text in words, with what the rules ask of each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[re.Match[str]] = list(_WORD.finditer(text))
        self.plain = [match.group() for match in self.words]
        self.lower = [word.lower() for word in self.plain]
        # In a text that shouts a capital tells nothing.
        self.shouts = text.isupper()

    def is_capital(self, n: int) -> bool:
        """Tell whether the word is written like a name: Jansen, El, A; not GGZ."""
        word = self.plain[n]
        return not self.shouts and word[0].isupper() and (len(word) == 1 or not word.isupper())

    def begins(self, n: int) -> bool:
        """Tell whether the word stands at the beginning of a sentence, where all have a capital."""
        if n == 0:
            return True
        return any(ch in _STARTERS for ch in self.gap(n))

    def gap(self, n: int) -> str:
        """Return what stands between the word before and this one."""
        return self.text[self.words[n - 1].end() : self.words[n].start()] if n else ""

    def joined(self, n: int) -> bool:
        """Tell whether the word goes on with the one before: a space, or a point after an initial."""
        gap = self.gap(n)
        initial = len(self.plain[n - 1]) == 1 or self.lower[n - 1] in {"chr", "joh", "fr", "st"}
        return gap in {" ", "  "} or (initial and gap in {".", ". "})


def find_names(text: str, known: Collection[str]) -> list[Found]:
    """Return start, end and weight of what looks like the name of a person, in reading order.

    A name all of whose words occur in ``known`` is passed over.
    """
    mine = {part for name in known for part in re.findall(_WORD, name.lower())}
    here = _Text(text)
    found: list[Found] = []
    n = 0
    while n < len(here.words):
        first, last, weight = _name_at(here, n)
        if weight:
            if not mine.issuperset(word for word in here.lower[first:last] if word not in PARTICLES):
                found.append((here.words[first].start(), here.words[last - 1].end(), weight))
            n = last
        else:
            n += 1
    return found


_NOTHING = (0, 0, 0)


def _name_at(here: _Text, n: int) -> tuple[int, int, int]:
    """Return first word, word behind the last, and weight of a name beginning at or cued by word ``n``."""
    word = here.lower[n]
    if word in TITLES:
        return _after_cue(here, n + 1, 3, dotted=True)
    if word in KIN or word in CUES:
        found = _after_cue(here, n + 1, 2)
        if found[2] or word not in KIN:
            return found
        # "De zoon van Mohamed".
        if n + 2 < len(here.words) and here.lower[n + 1] == "van":
            return _after_cue(here, n + 2, 2)
        return _NOTHING
    if word in FIRST_NAMES:
        return _first_name(here, n)
    if here.is_capital(n) and _is_free(here, n) and not (n and here.lower[n - 1] == "s"):
        return _unknown_name(here, n)
    return _NOTHING


def _after_cue(here: _Text, n: int, weight: int, *, dotted: bool = False) -> tuple[int, int, int]:
    if n >= len(here.words):
        return _NOTHING
    gap = here.gap(n)
    if not (gap in {" ", "  "} or (dotted and gap in {". ", "."})):
        return _NOTHING
    if weight < 3 and here.lower[n] == "van" and n + 1 < len(here.words) and here.lower[n + 1] in FIRST_NAMES:
        # "De tolk van Mohamed": the name begins behind it.
        n += 1
    if here.lower[n] in TITLES or here.lower[n] in KIN:
        # "Mijn buurvrouw mevrouw Jansen": the later word cues it.
        return _NOTHING
    last = _end(here, n, particles=True, shouting=dotted)
    return (n, last, weight) if last > n else _NOTHING


def _end(here: _Text, n: int, *, particles: bool = False, shouting: bool = False) -> int:
    """Return the word behind the longest name from word ``n`` on; ``n`` itself when there is none."""
    end, place = n, n
    while place < min(n + _LONGEST, len(here.words)):
        if place > n and not here.joined(place):
            break
        capital = here.is_capital(place) and here.lower[place] not in NO_NAMES
        if place > n and here.lower[place] in ORGANISATIONS:
            # "Van der Berg" is a family, "Fatima Ziekenhuis" a house.
            capital = capital and here.lower[place - 1] in _FAMILY
        if shouting and not here.shouts and here.plain[place].isupper() and len(here.plain[place]) > 3:
            capital = True
        if here.lower[place] in PARTICLES and (particles or place > n):
            # Counts only with a name behind it.
            place += 1
        elif capital:
            if place == n and here.lower[place] in _COMMON and len(here.plain[place]) > 1:
                break
            place += 1
            end = place
        else:
            break
    return end


def _first_name(here: _Text, n: int) -> tuple[int, int, int]:
    word, often = here.lower[n], here.lower[n] in OFTEN_WORDS
    if here.shouts or not here.is_capital(n):
        # In small letters or in a text that shouts only a name that is nothing else counts.
        return (n, n + 1, 1) if not often and (here.shouts or len(word) > 3) else _NOTHING
    last = max(_end(here, n), n + 1)
    if _is_institution(here, last - 1):
        return _NOTHING
    if last > n + 1:
        return n, last, 3
    follows = here.lower[n + 1] if n + 1 < len(here.words) and here.joined(n + 1) else ""
    if (
        follows in _AND
        and n + 2 < len(here.words)
        and here.lower[n + 2] in FIRST_NAMES
        and here.is_capital(n + 2)
    ):
        return n, last, 2
    if often and here.begins(n):
        return (n, last, 1) if follows in SAYING else _NOTHING
    return n, last, 2 if not often or follows in SAYING else 1


def _is_institution(here: _Text, n: int) -> bool:
    return here.lower[n] in ORGANISATIONS


def _is_free(here: _Text, n: int) -> bool:
    return (
        here.lower[n] not in NO_NAMES and here.lower[n] not in ORGANISATIONS and here.lower[n] not in _COMMON
    )


def _unknown_name(here: _Text, n: int) -> tuple[int, int, int]:
    """Judge a word with a capital that no list knows."""
    last = _end(here, n)
    parts = range(n, last)
    if any(here.lower[part] in NO_NAMES or here.lower[part] in ORGANISATIONS for part in parts):
        return _NOTHING
    follows = here.lower[last] if last < len(here.words) and here.joined(last) else ""
    if follows in ORGANISATIONS:
        return _NOTHING
    long = last - n > 1 and here.is_capital(last - 1)
    if here.begins(n):
        family = long and here.lower[last - 2] in _FAMILY and here.lower[last - 2] != "van"
        return (n, last, 1) if long and (family or follows in SAYING) else _NOTHING
    if long:
        return n, last, 2 if follows in SAYING else 1
    return (n, last, 1) if follows in SAYING else _NOTHING
