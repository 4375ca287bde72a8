"""Words that must fit where they stand: in the largest size that does, shortened when none does."""

from __future__ import annotations

from dataclasses import replace

from facilitator.report.lines import Line, Setter, Span
from facilitator.report.look import Type


def fitted(
    setter: Setter,
    words: str,
    sizes: tuple[float, ...],
    kind: Type,
    width: float,
    room: float,
    leading: float,
) -> tuple[list[Line], Type]:
    """Set ``words`` in the largest size that fits; what does not fit in the smallest ends in an ellipsis."""
    for size in sizes:
        style = replace(kind, size=size, leading=size * leading)
        lines = setter.break_lines([Span(words, kind.face)], size, width)
        whole = all(setter.width(word, kind.face, size) <= width for word in words.split())
        if len(lines) * style.leading <= room and (whole or size == sizes[-1]):
            return lines, style
    style = replace(kind, size=sizes[-1], leading=sizes[-1] * leading)
    lines = setter.break_lines([Span(words, kind.face)], sizes[-1], width - 20)
    return shortened(lines, max(1, int(room / style.leading))), style


def shortened(lines: list[Line], most: int) -> list[Line]:
    """Return the first ``most`` lines; an ellipsis ends them when there were more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    if not last.pieces:
        return lines[:most]
    piece = replace(last.pieces[-1], text=last.pieces[-1].text + " …")
    return [*lines[: most - 1], Line((*last.pieces[:-1], piece), last.width, last.rtl)]
