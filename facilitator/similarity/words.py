"""Texts as stems: which words carry the matter, and what joins "brief" and "brieven"."""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol, cast

from snowballstemmer import (  # pyright: ignore[reportMissingTypeStubs]
    stemmer,  # pyright: ignore[reportUnknownVariableType]
)

from facilitator.domain.text import fold
from facilitator.similarity.stop_words import STOP_WORDS, WEAK_WORDS

LANGUAGES = tuple(STOP_WORDS)
# Porter and not Kraaij-Pohlmann for Dutch: the latter takes "gezond" for "zon" and "gemeente" for "meen".
_ALGORITHMS = {"nl": "dutch_porter", "en": "english", "de": "german", "fr": "french"}
_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"([bcdfgklmnprst])\1$")
_DIMINUTIVE = re.compile(r"(?<=[^aeiou])t?j$")
_DEVOICED = {"v": "f", "z": "s"}
_IRREGULAR = {"kinder": "kind", "sted": "stad", "schep": "schip"}
_SHORTEST = 3
WEAK = 0.4
_CACHE_LIMIT = 200_000


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  (the library's name)


class Word(NamedTuple):
    """One word of a text: its stem, how it was written, and the language it was read in.

    Attributes:
        place: Its place among all words of the text, from 0.
        weight: How much it can tell, 0..1: words such as "better" and "city" say little.
    """

    stem: str
    written: str
    language: str
    place: int
    weight: float = 1.0


class Reader:
    """Reads texts as stems; remembers words it has seen.

    A text says itself what language it is in, by its small words; ``language`` is taken when it does not.
    """

    def __init__(self, language: str = "nl") -> None:
        self.language = language if language in STOP_WORDS else "en"
        self._stemmers = {code: cast("_Stemmer", stemmer(name)) for code, name in _ALGORITHMS.items()}
        self._stops = {code: frozenset(map(fold, words)) for code, words in STOP_WORDS.items()}
        self._weak = {code: frozenset(map(fold, words)) for code, words in WEAK_WORDS.items()}
        self._known: dict[tuple[str, str], str] = {}

    def words(self, text: str, language: str = "") -> list[Word]:
        """Return the words that carry the matter, in order; ``language`` when it is known."""
        written = _WORD.findall(text)
        folded = [word.lower() for word in written] if text.isascii() else [fold(word) for word in written]
        spoken = language if language in STOP_WORDS else self.guess(folded) or self.language
        stops, weak, known = self._stops[spoken], self._weak[spoken], self._known
        found: list[Word] = []
        for place, (word, as_is) in enumerate(zip(folded, written, strict=True)):
            # "PV" and "OV" are words; "ik" and "zo" are not.
            if word in stops or (len(word) < _SHORTEST and not (len(word) == 2 and as_is.isupper())):
                continue
            stem = known.get((spoken, word)) or self._stem(word, spoken)
            found.append(Word(stem, as_is, spoken, place, WEAK if word in weak else 1.0))
        return found

    def stems(self, text: str, language: str = "") -> list[str]:
        """Return the stems of the words that carry the matter, in order."""
        return [word.stem for word in self.words(text, language)]

    def guess(self, folded: list[str]) -> str:
        """Return the language most of these folded words tell of; empty when they do not."""
        different = set(folded)
        counts = [(len(stops & different), code) for code, stops in self._stops.items()]
        counts.sort(key=lambda count: -count[0])
        (most, code), (second, _) = counts[0], counts[1]
        return code if most > second else ""

    def language_of(self, text: str) -> str:
        """Return the language of ``text``; empty when its small words do not tell."""
        return self.guess([fold(word) for word in _WORD.findall(text)])

    def _stem(self, word: str, language: str) -> str:
        stem = self._stemmers[language].stemWord(word) if len(word) > 2 else word
        if language == "nl":
            stem = _dutch(stem)
        # Strange letters and long joined words would otherwise fill the memory of a long evening.
        if len(self._known) >= _CACHE_LIMIT:
            self._known.clear()
        self._known[language, word] = stem
        return stem


def _dutch(stem: str) -> str:
    """Finish what Porter leaves: "briev" is "brief", "buss" is "bus", "huisj" is "huis"."""
    if len(stem) > 3:
        stem = _DIMINUTIVE.sub("", stem)
        stem = _DOUBLED.sub(r"\1", stem)
        stem = stem[:-1] + _DEVOICED.get(stem[-1], stem[-1])
    return _IRREGULAR.get(stem, stem)
