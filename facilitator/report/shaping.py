"""Right-to-left text without a shaping library: Arabic joining and visual order of a line.

Joining follows the positional forms of the Unicode Character Database; the order follows the
bidirectional algorithm of UAX 9 (rules W1-W7, N1-N2, I1-I2, L2) without explicit embeddings, which
are cleaned away when text comes in. Vowel marks are not positioned.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_FORM_RANGES = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_MIRROR = {a: b for pair in ("()", "[]", "{}", "<>", "«»", "‹›") for a, b in (pair, pair[::-1])}


def is_rtl(text: str) -> bool:
    """Tell whether ``text`` holds a right-to-left letter."""
    return not text.isascii() and any(_direction(char) in ("R", "AL") for char in text if char > "\u0590")


def language_of(text: str) -> str:
    """Return the likeliest language of right-to-left ``text``: ``he`` by its letters, else ``ar``."""
    return "he" if any("\u0590" <= char <= "\u05ff" for char in text) else "ar"


def base_level(text: str) -> int:
    """Return 1 when the first strong letter is right-to-left, else 0."""
    first = next((kind for kind in map(_direction, text) if kind in ("L", "R", "AL")), "L")
    return int(first != "L")


@lru_cache(maxsize=4096)
def _direction(char: str) -> str:
    return unicodedata.bidirectional(char) or "ON"


@lru_cache(maxsize=1)
def _forms() -> dict[tuple[str, str], str]:
    """Return (plain letters, position) -> presentation form."""
    found: dict[tuple[str, str], str] = {}
    for code in (code for codes in _FORM_RANGES for code in codes):
        position, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if position in ("<initial>", "<medial>", "<final>", "<isolated>"):
            plain = "".join(chr(int(letter, 16)) for letter in letters)
            found.setdefault((plain, position), chr(code))
    return found


def join_arabic(text: str) -> str:
    """Return ``text`` with each Arabic letter in the form its neighbours ask for, lam-alef as one sign."""
    forms = _forms()
    letters: list[str] = []
    for char in text:
        if (
            letters
            and letters[-1] == "\u0644"
            and ("\u0644" + char, "<isolated>") in forms
            and char in "آأإا"
        ):
            letters[-1] += char
        else:
            letters.append(char)
    return "".join(_formed(letters, place, forms) for place in range(len(letters)))


def _formed(letters: list[str], place: int, forms: dict[tuple[str, str], str]) -> str:
    letter = letters[place]
    if not any((letter, position) in forms for position in ("<isolated>", "<final>")):
        return letter
    before = _neighbour(letters, place, -1)
    after = _neighbour(letters, place, 1)
    from_right = (before == "\u0640" or (before, "<initial>") in forms) and (letter, "<final>") in forms
    to_left = (letter, "<initial>") in forms and (after == "\u0640" or (after, "<final>") in forms)
    position = ("<isolated>", "<initial>", "<final>", "<medial>")[2 * from_right + to_left]
    return forms.get((letter, position), letter)


def _neighbour(letters: list[str], place: int, step: int) -> str:
    place += step
    while 0 <= place < len(letters) and unicodedata.category(letters[place][0]) == "Mn":
        place += step
    return letters[place] if 0 <= place < len(letters) else ""


def visual(text: str, base: int) -> list[tuple[int, str]]:
    """Return one line of ``text`` in drawing order: place and sign, mirrored where due."""
    levels = _levels([_direction(char) for char in text], base)
    items = [
        (level, place, _MIRROR.get(char, char) if level % 2 else char)
        for place, (level, char) in enumerate(zip(levels, text, strict=True))
    ]
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(items):
            end = start
            while end < len(items) and items[end][0] >= level:
                end += 1
            items[start:end] = items[start:end][::-1]
            start = max(end, start + 1)
    return [(place, char) for _, place, char in items]


def _levels(kinds: list[str], base: int) -> list[int]:
    kinds = _neutral(_weak(kinds, "LR"[base]), "LR"[base])
    up = {0: {"R": 1, "AN": 2, "EN": 2}, 1: {"L": 1, "AN": 1, "EN": 1}}[base]
    return [base + up.get(kind, 0) for kind in kinds]


def _weak(kinds: list[str], edge: str) -> list[str]:
    """Apply W1 to W7."""
    kinds = list(kinds)
    strong, previous = edge, edge
    for place, was in enumerate(kinds):
        kind = previous if was in ("NSM", "BN") else "AN" if was == "EN" and strong == "AL" else was
        strong = kind if kind in ("L", "R", "AL") else strong
        kinds[place] = previous = kind
    for place in range(1, len(kinds) - 1):
        around = kinds[place - 1], kinds[place + 1]
        if kinds[place] in ("ES", "CS") and around == ("EN", "EN"):
            kinds[place] = "EN"
        elif kinds[place] == "CS" and around == ("AN", "AN"):
            kinds[place] = "AN"
    for place, kind in enumerate(kinds):
        if kind == "ET" and "EN" in (kinds[place - 1] if place else "", *_after_run(kinds, place, "ET")):
            kinds[place] = "EN"
    strong = edge
    for place, was in enumerate(kinds):
        kind = "R" if was == "AL" else "ON" if was in ("ES", "CS", "ET", "WS", "S", "B") else was
        strong = kind if kind in ("L", "R") else strong
        kinds[place] = "L" if kind == "EN" and strong == "L" else kind
    return kinds


def _after_run(kinds: list[str], place: int, of: str) -> list[str]:
    while place < len(kinds) and kinds[place] == of:
        place += 1
    return kinds[place : place + 1]


def _neutral(kinds: list[str], edge: str) -> list[str]:
    """Apply N1 and N2: neutrals take the direction both sides share, else that of the line."""
    place = 0
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] not in ("L", "R", "AN", "EN"):
            end += 1
        if end > place:
            left = "R" if place and kinds[place - 1] in ("AN", "EN") else kinds[place - 1] if place else edge
            right = edge if end == len(kinds) else "R" if kinds[end] in ("AN", "EN") else kinds[end]
            kinds[place:end] = [left if left == right else edge] * (end - place)
        place = end + 1
    return kinds
