"""Words to lines: font per run, literal text, line breaking that no word can defeat.

There is no markup anywhere in the report: text goes to the page as characters, so what people
wrote can never be read as an instruction.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from facilitator.domain.spoken import Spoken
from facilitator.report import shaping
from facilitator.report.fonts import REGULAR, Fonts, width_of
from facilitator.report.hyphens import Hyphens

Ink = tuple[str, str, str]
"""Colour, link and language."""

_PLAIN: Ink = ("", "", "")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one face; ``colour`` empty follows the block, ``link`` leads to a bookmark.

    ``lang`` is empty in the language of the whole; ``spread`` asks it of a ``text`` that knows its languages.
    """

    text: str
    face: str = REGULAR
    colour: str = ""
    link: str = ""
    lang: str = ""

    @property
    def ink(self) -> Ink:
        """Return what its pieces have in common beside the font."""
        return self.colour, self.link, self.lang


def spread(spans: Sequence[Span]) -> Sequence[Span]:
    """Return ``spans`` in which each holds words of one language."""
    if not any(isinstance(span.text, Spoken) for span in spans):
        return spans
    found: list[Span] = []
    for span in spans:
        if isinstance(span.text, Spoken):
            found += [replace(span, text=words, lang=lang) for words, lang in span.text.parts]
        else:
            found.append(span)
    return found


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters in one font at ``x`` points from the start of their line, ``width`` points at their size."""

    x: float
    font: str
    text: str
    colour: str = ""
    link: str = ""
    width: float = 0.0
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line ready to draw; ``rtl`` lines are set flush right, ``cut`` ones end inside a word."""

    pieces: tuple[Piece, ...]
    width: float
    rtl: bool = False
    cut: bool = False

    def told(self, more: bool) -> tuple[Piece, ...]:
        """Return the pieces; with ``more`` to follow the last ends in a space, for who hears the words."""
        if not more or self.cut or self.rtl or not self.pieces:
            return self.pieces
        last = self.pieces[-1]
        ended = Piece(last.x, last.font, f"{last.text} ", last.colour, last.link, last.width, last.lang)
        return (*self.pieces[:-1], ended)


RAGGED = 0.11
"""Share of a line that may stay empty before a word is parted."""

Run = tuple[str, str, Ink]
"""Font, text, and what it has in common with its neighbours."""


class Setter:
    """Breaks text into lines with the fonts at hand; ``unknown`` stands for signs no font has.

    ``hyphens`` are those of each language, of the whole by the empty name.
    """

    def __init__(
        self, fonts: Fonts, unknown: str = "[?]", hyphens: Mapping[str, Hyphens] | None = None
    ) -> None:
        self._fonts = fonts
        self._hyphens = hyphens or {}
        self._unknown = unknown

    def width(self, text: str, face: str, size: float) -> float:
        """Return the width of one line of ``text`` in points."""
        return sum(width_of(part, font) for font, part, _ in self.runs(Span(text, face))) * size

    def runs(self, span: Span) -> list[Run]:
        """Split ``span`` into stretches one font can draw; signs without a picture become ``unknown``."""
        if self._plain(span) and "\u200b" not in span.text:
            return [(span.face, span.text, span.ink)]
        found: list[list[str]] = []
        for char in span.text:
            if _is_invisible(char):
                continue
            font, text = self._fonts.pick(span.face, ord(char)), char
            if char in " .,:;!?()-" and found and found[-1][0] != span.face and self._has(found[-1][0], char):
                font = found[-1][0]
            if font is None:
                if found and found[-1][1].endswith(self._unknown):
                    continue
                font, text = span.face, self._unknown
            if found and found[-1][0] == font:
                found[-1][1] += text
            else:
                found.append([font, text])
        return [(font, text, span.ink) for font, text in found]

    def _has(self, font: str, char: str) -> bool:
        return any(name == font and ord(char) in codes for name, codes in self._fonts.fallback)

    def break_lines(
        self,
        spans: Sequence[Span],
        size: float,
        width: float,
        *,
        running: bool = False,
        most: int | None = None,
    ) -> list[Line]:
        """Set ``spans`` in lines of at most ``width`` points; a new line starts at every line end.

        ``running`` text may be hyphenated. What comes after the first ``most`` lines is not set.
        """
        hyphens = self._hyphens.get if running else None
        lines: list[Line] = []
        for paragraph in _paragraphs(spread(spans)):
            if any(shaping.is_rtl(span.text) for span in paragraph):
                lines += self._rtl(paragraph, size, width)
            elif len(paragraph) == 1 and self._plain(paragraph[0]):
                span = paragraph[0]
                lines += _greedy_plain(span, size, width, hyphens(span.lang) if hyphens else None, most)
            else:
                lines += self._greedy(paragraph, size, width)
            if most is not None and len(lines) >= most:
                return lines[:most]
        return lines

    def _plain(self, span: Span) -> bool:
        return self._fonts.text[span.face].issuperset(map(ord, span.text)) and "\u00ad" not in span.text

    def _greedy(self, spans: Sequence[Span], size: float, width: float) -> list[Line]:
        lines: list[Line] = []
        current: list[Run] = []
        used = 0.0
        for word in self._words(spans):
            for nth, part in enumerate(_breakable(word, size, width)):
                wide = _wide(part, size)
                font = current[-1][0] if current and current[-1][0] == part[0][0] else spans[0].face
                font = font if font in self._fonts.text else spans[0].face
                gap = width_of(" ", font) * size if current else 0.0
                if current and used + gap + wide > width:
                    lines.append(replace(_line(current, size), cut=nth > 0))
                    current, used, gap = [], 0.0, 0.0
                if current:
                    # A space belongs to a link only when both its neighbours do.
                    same = current[-1][2] == part[0][2]
                    current.append((font, " ", part[0][2] if same else _PLAIN))
                current += part
                used += gap + wide
        lines.append(_line(current, size))
        return lines

    def _words(self, spans: Sequence[Span]) -> list[list[Run]]:
        """Return words as runs; a word may go on over the border of two spans."""
        words: list[list[Run]] = [[]]
        for span in spans:
            # One look at the whole spares one at every word, and words are many.
            plain, ink = self._plain(span), span.ink
            for place, chunk in enumerate(span.text.split(" ")):
                if place and words[-1]:
                    words.append([])
                if chunk and plain:
                    words[-1].append((span.face, chunk, ink))
                elif chunk:
                    words[-1] += self.runs(replace(span, text=chunk))
        return [word for word in words if word]

    def _rtl(self, spans: Sequence[Span], size: float, width: float) -> list[Line]:
        """Break in reading order, then set each line in the order in which it is drawn."""
        letters = [(char, span) for span in spans for char in shaping.join_arabic(span.text)]
        base = shaping.base_level("".join(char for char, _ in letters))
        lines: list[list[tuple[str, Span]]] = [[]]
        used = 0.0
        for word in _split_words(letters):
            wide = [self.width(char, span.face, size) for char, span in word]
            space = size * 0.3 if lines[-1] else 0.0
            if lines[-1] and used + space + sum(wide) > width:
                lines.append([])
                used = space = 0.0
            if lines[-1]:
                lines[-1].append((" ", word[0][1]))
            used += space
            for letter, wide_letter in zip(word, wide, strict=True):
                if used + wide_letter > width:
                    lines.append([])
                    used = 0.0
                lines[-1].append(letter)
                used += wide_letter
        return [_line(self._drawn(line, base), size, rtl=bool(base)) for line in lines]

    def _drawn(self, line: list[tuple[str, Span]], base: int) -> list[Run]:
        order = shaping.visual("".join(char for char, _ in line), base)
        runs: list[Run] = []
        for span, group in groupby(order, key=lambda item: line[item[0]][1]):
            runs += self.runs(replace(span, text="".join(char for _, char in group)))
        return runs


def _split_words(letters: list[tuple[str, Span]]) -> list[list[tuple[str, Span]]]:
    words: list[list[tuple[str, Span]]] = [[]]
    for letter in letters:
        if letter[0] != " ":
            words[-1].append(letter)
        elif words[-1]:
            words.append([])
    return [word for word in words if word]


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Cc") or "\ufe00" <= char <= "\ufe0f"


def _paragraphs(spans: Sequence[Span]) -> list[list[Span]]:
    found: list[list[Span]] = [[]]
    for span in spans:
        for place, text in enumerate(span.text.split("\n")):
            if place:
                found.append([])
            if text or not found[-1]:
                found[-1].append(replace(span, text=text) if text != span.text else span)
    return found


def _greedy_plain(
    span: Span, size: float, width: float, hyphens: Hyphens | None, most: int | None
) -> list[Line]:
    """Set text of one font: the common case, kept free of anything slow."""
    font, limit = span.face, width / size
    space = width_of(" ", font)
    lines: list[Line] = []
    words: list[str] = []
    used = 0.0
    for word in filter(None, span.text.split(" ")):
        wide = width_of(word, font)
        parts = [word] if wide <= limit else _cut(word, font, limit)
        for nth, part in enumerate(parts):
            rest, inside = part, nth > 0
            wide = width_of(rest, font)
            if words and used + space + wide > limit:
                room = limit - used - space
                if hyphens is not None and room > limit * RAGGED and len(parts) == 1:
                    head = _hyphenated(word, font, room, hyphens)
                    if head:
                        words.append(f"{word[:head]}\u00ad")
                        used += space + width_of(words[-1], font)
                        rest, inside = word[head:], True
                        wide = width_of(rest, font)
                piece = Piece(0.0, font, " ".join(words), span.colour, span.link, used * size, span.lang)
                lines.append(Line((piece,), used * size, cut=inside))
                if len(lines) == most:
                    return lines
                words, used = [rest], wide
            else:
                used += wide + (space if words else 0.0)
                words.append(rest)
    last = Piece(0.0, font, " ".join(words), span.colour, span.link, used * size, span.lang)
    lines.append(Line((last,) if words else (), used * size))
    return lines


def _hyphenated(word: str, font: str, room: float, hyphens: Hyphens) -> int:
    """Return how many signs of ``word`` fit with a hyphen behind them, 0 when none do."""
    for place in hyphens.places(word):
        if width_of(f"{word[:place]}\u00ad", font) <= room:
            return place
    return 0


def _cut(word: str, font: str, limit: float) -> list[str]:
    """Cut a word that is wider than a line, after a sign such as a hyphen or slash when there is one."""
    widths = [width_of(char, font) for char in word]
    parts: list[str] = []
    start = 0
    while start < len(word):
        end, used = start, 0.0
        while end < len(word) and used + widths[end] <= limit:
            used += widths[end]
            end += 1
        if end < len(word):
            end = max(end, start + 1)
            soft = max(word.rfind(sign, (start + end) // 2, end) for sign in "-/_.,")
            end = soft + 1 if soft > start else end
        parts.append(word[start:end])
        start = end
    return parts


def _breakable(word: list[Run], size: float, width: float) -> list[list[Run]]:
    if _wide(word, size) <= width:
        return [word]
    limit = width / size
    return [[(font, part, ink)] for font, text, ink in word for part in _cut(text, font, limit)]


def _wide(runs: Sequence[Run], size: float) -> float:
    return sum(width_of(text, font) for font, text, _ in runs) * size


def _line(runs: Sequence[Run], size: float, rtl: bool = False) -> Line:
    merged: list[Run] = []
    for font, text, ink in runs:
        if merged and merged[-1][0] == font and merged[-1][2] == ink:
            merged[-1] = (font, merged[-1][1] + text, ink)
        else:
            merged.append((font, text, ink))
    pieces: list[Piece] = []
    x = 0.0
    for font, text, (colour, link, lang) in merged:
        wide = width_of(text, font) * size
        pieces.append(Piece(x, font, text, colour, link, wide, lang))
        x += wide
    return Line(tuple(pieces), x, rtl)
