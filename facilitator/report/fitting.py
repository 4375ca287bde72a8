"""Words that must fit where they stand: in the largest size that does, shortened when none does."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain.spoken import alike
from facilitator.report.fonts import BOLD, ITALIC, REGULAR, width_of
from facilitator.report.lines import Line, Piece, Setter, Span
from facilitator.report.look import Type

_MORE = " …"
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
    """Set ``words`` in the largest size that fits; what does not fit in the smallest ends in an ellipsis.

    Empty lines are left out.
    """
    if "\n" in words:
        words = alike(words, "\n".join(line for line in words.split("\n") if line.strip()))
    for size in sizes:
        style = replace(kind, size=size, leading=size * leading)
        lines = setter.break_lines([Span(words, kind.face)], size, width)
        whole = all(setter.width(word, kind.face, size) <= width for word in words.split())
        if len(lines) * style.leading <= room and (whole or size == sizes[-1]):
            return lines, style
    style = replace(kind, size=sizes[-1], leading=sizes[-1] * leading)
    lines = setter.break_lines([Span(words, kind.face)], sizes[-1], width - sizes[-1] * 1.6)
    return shortened(lines, max(1, int(room / style.leading))), style


def shortened(lines: list[Line], most: int) -> list[Line]:
    """Return the first ``most`` lines; an ellipsis ends them when there were more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    if not last.pieces:
        return lines[:most]
    return [*lines[: most - 1], _ended(last)]


def _ended(line: Line) -> Line:
    """Return the line with an ellipsis at its end: at its left when it runs from right to left."""
    last = line.pieces[-1]
    # In a face of its own: the font of a sign or another script may not have it.
    font = last.font if last.font in _FACES else REGULAR
    size = last.width / (width_of(last.text, last.font) or 1)
    wide = width_of(_MORE, font) * size
    if not line.rtl:
        more = Piece(last.x + last.width, font, _MORE, last.colour, "", wide, last.lang)
        return Line((*line.pieces, more), line.width + wide)
    moved = [replace(piece, x=piece.x + wide) for piece in line.pieces]
    return Line(
        (Piece(0.0, font, _MORE[::-1], last.colour, "", wide, last.lang), *moved), line.width + wide, rtl=True
    )
