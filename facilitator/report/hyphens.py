"""Where words may be parted at a line end, by the patterns of their language."""

from __future__ import annotations

from functools import lru_cache

import pyphen

LEFT, RIGHT = 3, 3
"""Fewest letters before and after the hyphen."""

SHORT = 7
"""Letters below which a word stays whole."""

_PATTERNS = {"nl": "nl_NL", "en": "en_GB"}


class Hyphens:
    """The places in words of one language, each word looked up once."""

    def __init__(self, patterns: str) -> None:
        self._dictionary = pyphen.Pyphen(lang=patterns, left=LEFT, right=RIGHT)
        self._known: dict[str, tuple[int, ...]] = {}

    def places(self, word: str) -> tuple[int, ...]:
        """Return after how many signs ``word`` may be parted, the last place first; signs around it count."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> tuple[int, ...]:
        start = next((place for place, sign in enumerate(word) if sign.isalpha()), len(word))
        core = word[start:].rstrip("".join(sign for sign in set(word) if not sign.isalpha()))
        # Names of things such as addresses, codes and words with a hyphen of their own stay whole.
        if len(core) < SHORT or not core.isalpha() or core.isupper() or len(core) > 60:
            return ()
        # Some places change the spelling ("cafeetje" to "café-tje"); those are left alone.
        places = [place for place in self._dictionary.positions(core) if not getattr(place, "data", None)]
        return tuple(start + int(place) for place in reversed(places))


@lru_cache(maxsize=4)
def load(language: str) -> Hyphens | None:
    """Return the places for a language, None for one without patterns."""
    patterns = _PATTERNS.get(language)
    return Hyphens(patterns) if patterns else None
