"""Words that must fit where they stand: in the largest size that does, shortened when none does."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.spoken import alike
from facilitator.report.fonts import BOLD, ITALIC, REGULAR, width_of
from facilitator.report.lines import Line, Piece, Setter, Span
from facilitator.report.look import Type

LEFT_OUT = " (…)"
"""What stands where words were left out."""

_SENTENCE = re.compile(r"(?<=[.!?…])[”\"’)]*\s+")
_WORD = re.compile(r"\s+")
_FACES = (REGULAR, BOLD, ITALIC)


def fitted(
    setter: Setter,
    words: str,
    sizes: tuple[float, ...],
    kind: Type,
    width: float,
    room: float,
    leading: float,
) -> tuple[list[Line], Type]:
    """Set ``words`` in the largest size that fits; what does not fit in the smallest ends in ``(…)``.

    Empty lines are left out.
    """
    if "\n" in words:
        words = alike(words, "\n".join(line for line in words.split("\n") if line.strip()))
    widest: float | None = None
    for size in sizes:
        style = replace(kind, size=size, leading=size * leading)
        lines = setter.break_lines([Span(words, kind.face)], size, width, most=_holds(room, style) + 2)
        if len(lines) * style.leading > room:
            continue
        if size == sizes[-1]:
            return lines, style
        if widest is None:
            widest = max((setter.width(word, kind.face, 1.0) for word in set(words.split())), default=0.0)
        if widest * size <= width:
            return lines, style
    style = replace(kind, size=sizes[-1], leading=sizes[-1] * leading)
    most, narrower = _holds(room, style), width - sizes[-1] * 2.2
    lines = setter.break_lines([Span(words, kind.face)], sizes[-1], narrower, most=most + 1)
    return shortened(lines, most), style


def _holds(room: float, style: Type) -> int:
    """Return how many lines there is room for, one at least."""
    return max(1, int(room / style.leading))


def cut(words: str, fits: Callable[[str], bool]) -> str:
    """Return as much of ``words`` as ``fits``, whole when it does.

    What is left out is whole sentences, or whole words when not even the first sentence fits, and ``(…)``
    stands in their place. Only a word longer than all the room is cut inside.
    """
    if fits(words):
        return words
    for ends in (_SENTENCE, _WORD):
        found = _most([words[: match.end()].rstrip() for match in ends.finditer(words)], fits)
        if found:
            return alike(words, found + LEFT_OUT)
    first = _WORD.split(words.strip(), maxsplit=1)[0]
    inside = _most([first[:end] for end in range(1, len(first) + 1)], fits)
    return alike(words, inside + LEFT_OUT)


def _most(beginnings: list[str], fits: Callable[[str], bool]) -> str:
    """Return the longest of the beginnings that fits with the sign behind it, empty when none does."""
    least, most = 0, len(beginnings)
    while least < most:
        middle = (least + most + 1) // 2
        if fits(beginnings[middle - 1] + LEFT_OUT):
            least = middle
        else:
            most = middle - 1
    return beginnings[least - 1] if least else ""


def shortened(lines: list[Line], most: int) -> list[Line]:
    """Return the first ``most`` lines; ``(…)`` ends them when there were more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    if not last.pieces:
        return lines[:most]
    return [*lines[: most - 1], _ended(last)]


def _ended(line: Line) -> Line:
    """Return the line with ``(…)`` at its end: at its left when it runs from right to left."""
    last = line.pieces[-1]
    # In a face of its own: the font of a sign or another script may not have it.
    font = last.font if last.font in _FACES else REGULAR
    size = last.width / (width_of(last.text, last.font) or 1)
    wide = width_of(LEFT_OUT, font) * size
    if not line.rtl:
        more = Piece(last.x + last.width, font, LEFT_OUT, last.colour, "", wide, last.lang)
        return Line((*line.pieces, more), line.width + wide)
    moved = [replace(piece, x=piece.x + wide) for piece in line.pieces]
    return Line(
        (Piece(0.0, font, LEFT_OUT[::-1], last.colour, "", wide, last.lang), *moved),
        line.width + wide,
        rtl=True,
    )
