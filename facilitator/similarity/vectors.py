"""Texts as weighted stems: rare words weigh more, and long joined words count for their parts too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from facilitator.similarity.words import Word

PART_WEIGHT = 0.6
"""What a part of a joined word counts, next to the word itself."""
ALONE = 0.85
"""How much a word nobody else used sets a text apart from all others."""
_SMOOTH = 1.0
_JOINING = frozenset({"nl", "de"})
_LONG, _PART, _REST = 8, 4, 3
# What is left when an ending is cut off is no word of its own.
_ENDINGS = frozenset(
    {
        *("achtig", "baar", "elijk", "elik", "eren", "haft", "heid", "ieren", "ing", "isch", "keit", "lich"),
        *("lijk", "loos", "los", "nis", "sam", "schaft", "schap", "ster", "ung", "zaam"),
    }
)


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse vectors of at most length 1, one per text, over numbered features.

    Attributes:
        names: The stem of each feature.
        having: Per feature the texts that have it, in rising order.
        tells: Per feature how much it tells: more when fewer texts have it.
        weak: Per feature whether it is one of the words that say little.
        rows: Per text its features and their weights.
    """

    names: list[str]
    having: list[list[int]]
    tells: list[float]
    weak: list[bool]
    rows: list[dict[int, float]]


class Joins:
    """Which stems of these texts belong together: "wachttijd" has "wacht" in it, "helpt" is "help"."""

    def __init__(self, texts: Iterable[Sequence[Word]]) -> None:
        self._known = {word.stem for words in texts for word in words}
        self._base: dict[str, str] = {}
        self._parts: dict[str, tuple[str, ...]] = {}

    def base(self, word: Word) -> str:
        """Return the stem under which a word counts."""
        if word.language not in _JOINING:
            return word.stem
        if word.stem not in self._base:
            self._base[word.stem] = self._shorter(word.stem)
        return self._base[word.stem]

    def _shorter(self, stem: str) -> str:
        if stem[-1] in "td" and len(stem) > _PART and stem[:-1] in self._known:
            return stem[:-1]
        if stem.startswith("ge") and len(stem) > _PART + 1:
            for bare in (stem[2:], stem[2:-1] if stem[-1] in "td" else ""):
                if len(bare) >= _PART and bare in self._known:
                    return bare
        return stem

    def parts(self, word: Word) -> tuple[str, ...]:
        """Return the known words in a long joined one, the whole not among them."""
        if word.language not in _JOINING or len(word.stem) < _LONG:
            return ()
        if word.stem not in self._parts:
            self._parts[word.stem] = self._split(word.stem)
        return self._parts[word.stem]

    def _split(self, stem: str) -> tuple[str, ...]:
        head = tail = ""
        for cut in range(len(stem) - _REST, _PART - 1, -1):
            if stem[:cut] in self._known and stem[cut:] not in _ENDINGS:
                head = stem[:cut]
                break
        for cut in range(_REST, len(stem) - _PART + 1):
            if stem[cut:] in self._known and stem[cut:] not in _ENDINGS:
                tail = stem[cut:]
                break
        if head and tail and len(head) + len(tail) > len(stem):
            # They overlap: the longer one is the surer one.
            head, tail = (head, "") if len(head) >= len(tail) else ("", tail)
        return tuple(self._shorter(part) for part in (head, tail) if part)


def vectorise(
    texts: Sequence[Sequence[Word]], joins: Joins, ignored: frozenset[str] = frozenset()
) -> Vectors:
    """Return the vectors of texts; ``ignored`` stems do not count.

    A word that one text alone has makes that text less like all others, and is no feature.
    """
    counted = [_counted(words, joins, ignored) for words in texts]
    number = Counter(stem for counts in counted for stem in counts)
    weak = {joins.base(word): word.weight for words in texts for word in words if word.weight < 1.0}
    total = len(texts)
    names = sorted(stem for stem, count in number.items() if count > 1)
    place = {stem: at for at, stem in enumerate(names)}
    tells = [max(0.0, log(total / (number[stem] + _SMOOTH))) * weak.get(stem, 1.0) for stem in names]
    alone = ALONE * log(total / (1.0 + _SMOOTH)) if total > 1 else 0.0
    rows: list[dict[int, float]] = []
    having: list[list[int]] = [[] for _ in names]
    for at, counts in enumerate(counted):
        row: dict[int, float] = {}
        squares = 0.0
        for stem in sorted(counts):
            feature = place.get(stem, -1)
            value = counts[stem] * (alone if feature < 0 else tells[feature])
            squares += value * value
            if feature >= 0 and value:
                row[feature] = value
                having[feature].append(at)
        length = sqrt(squares)
        rows.append({feature: value / length for feature, value in row.items()})
    return Vectors(names, having, tells, [stem in weak for stem in names], rows)


def _counted(words: Sequence[Word], joins: Joins, ignored: frozenset[str]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for word in words:
        if word.stem in ignored:
            continue
        counts[joins.base(word)] = 1.0
        for part in joins.parts(word):
            if part not in ignored:
                counts[part] = max(counts.get(part, 0.0), PART_WEIGHT)
    return counts
