"""Near-duplicates: which texts say almost the same, asked while somebody types."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from itertools import islice
from math import log1p

from rapidfuzz import fuzz

ALMOST = 80.0
"""From this likeness on (0..100) two texts say almost the same."""
_POSTINGS = 2_500
_CANDIDATES = 40
_SHARED = 0.5


class NearIndex:
    """Stems -> texts that have them; every text is kept as its sorted different stems."""

    def __init__(self) -> None:
        self._stems: dict[str, tuple[str, ...]] = {}
        self._having: dict[str, dict[str, None]] = {}

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self._stems)

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a text of this name."""
        return key in self._stems

    def put(self, key: str, stems: Iterable[str]) -> None:
        """Keep a text under ``key``, instead of what was there."""
        new = tuple(sorted(set(stems)))
        if self._stems.get(key) == new:
            return
        self.drop(key)
        self._stems[key] = new
        for stem in new:
            self._having.setdefault(stem, {})[key] = None

    def drop(self, key: str) -> None:
        """Forget a text, if it is there."""
        for stem in self._stems.pop(key, ()):
            having = self._having[stem]
            del having[key]
            if not having:
                del self._having[stem]

    def similar(self, stems: Iterable[str], limit: int = 3, without: str = "") -> list[tuple[str, float]]:
        """Return the keys and likeness (``ALMOST``..100) of the texts most like these stems, best first.

        Equal likeness goes by key. A text is not like another that merely has its one word in it.
        """
        asked = tuple(sorted(set(stems)))
        if not asked:
            return []
        together = " ".join(asked)
        found: list[tuple[str, float]] = []
        for key in self._candidates(asked, without):
            other = self._stems[key]
            score = _likeness(asked, together, other)
            if score >= ALMOST:
                found.append((key, score))
        return nlargest(limit, sorted(found), key=lambda pair: pair[1])

    def _candidates(self, asked: tuple[str, ...], without: str) -> list[str]:
        """Return the texts that share the most, and the rarest, stems with ``asked``."""
        known = [(len(self._having[stem]), stem) for stem in asked if stem in self._having]
        known.sort()
        weights: dict[str, float] = {}
        looked, total = 0, len(self._stems)
        for number, stem in known:
            # What everybody says finds nobody: it only counts for who was found by a rarer word.
            weight = log1p(total / number)
            if looked + number > _POSTINGS and weights:
                for key in weights.keys() & self._having[stem].keys():
                    weights[key] += weight
                continue
            looked += number
            for key in islice(self._having[stem], _POSTINGS):
                weights[key] = weights.get(key, 0.0) + weight
        weights.pop(without, 0.0)
        best = nlargest(_CANDIDATES, weights.items(), key=lambda pair: (pair[1], pair[0]))
        return [key for key, _weight in best]


def _likeness(asked: tuple[str, ...], together: str, other: tuple[str, ...]) -> float:
    """Return how alike two sorted tuples of stems are, 0..100."""
    fewer, more = sorted((len(asked), len(other)))
    if fewer < _SHARED * more or (fewer == 1 and more > 1):
        return 0.0
    # Letters alone would make twins of "dokter" and "dochter".
    if len(set(asked).intersection(other)) < _SHARED * fewer:
        return 0.0
    return fuzz.token_set_ratio(together, " ".join(other), score_cutoff=ALMOST)
