"""A text as Markdown (CommonMark with tables); what people wrote is escaped, so none of it becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facilitator.domain.outline import (
    Heading,
    Outline,
    Paragraph,
    Part,
    Point,
    Points,
    Quote,
    Run,
    Table,
    words,
)

_MARKUP = re.compile(
    r"[\\`*_\[\]<>&|~#$^{}@]|:(?=//)|:(?=[\w+-]+:)|(?<=\bwww)\.|(?<=\bmailto):|(?<=\bxmpp):", re.IGNORECASE
)
"""Signs that can begin markup anywhere, and what makes an address a link."""

_AT_START = re.compile(r"[-+=:!]|\d{1,9}(?=[.)])")
_BOLD, _ITALIC = "\x02", "\x03"
"""Stand for our own marks while what lies between them is escaped."""

_BULLET = "•"


def markdown(outline: Outline) -> bytes:
    """Return the text as UTF-8; the same outline gives the same bytes."""
    return ("\n\n".join(_parts(outline.parts)) + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows exactly it; line ends become hard ones, empty lines go."""
    lines = [line.strip() for line in text.splitlines()]
    return "\\\n".join(_line(line) for line in lines if line)


def _line(line: str) -> str:
    line = _MARKUP.sub(lambda found: f"\\{found.group()}", line)
    start = _AT_START.match(line)
    if start is None:
        return line
    mark = start.group()
    return f"{mark}\\{line[len(mark) :]}" if mark[0].isdigit() else f"\\{line}"


def _parts(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        told = _part(part)
        if told:
            yield told


def _part(part: Part) -> str:
    if isinstance(part, Heading):
        return f"{'#' * part.level} {_flat(words(part.runs))}"
    if isinstance(part, Paragraph):
        return _runs(part.runs)
    if isinstance(part, Table):
        return _table(part)
    if isinstance(part, Quote):
        return _indented("\n\n".join(_parts(part.body)), "> ", "> ")
    return _points(part)


def _flat(text: str) -> str:
    return escaped(" ".join(text.split()))


def _runs(runs: Sequence[Run]) -> str:
    """Return words with their weight, where the marks for it can stand: between white space."""
    text = words(runs)
    told, at = list[str](), 0
    for run in runs:
        before, after = text[:at], text[at + len(run.text) :]
        at += len(run.text)
        told.append(_weighed(run, before[-1:], after[:1]))
    return escaped("".join(told)).replace(_BOLD, "**").replace(_ITALIC, "*")


def _weighed(run: Run, before: str, after: str) -> str:
    text = run.text.replace(_BOLD, "").replace(_ITALIC, "")
    inner = text.strip()
    is_free = (not before or before.isspace() or text[:1].isspace()) and (
        not after or after.isspace() or text[-1:].isspace()
    )
    if not (run.bold or run.italic) or not inner or "\n" in inner or not is_free:
        return text
    mark = _BOLD if run.bold else _ITALIC
    return text.replace(inner, f"{mark}{inner}{mark}", 1)


def _table(part: Table) -> str:
    columns = max((len(row) for row in (part.head, *part.rows)), default=0)
    if not columns:
        return ""
    rows = [part.head, *part.rows]
    lines = [
        "| " + " | ".join(_flat(cell) for cell in (*row, *[""] * (columns - len(row)))) + " |" for row in rows
    ]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _points(part: Points) -> str:
    numbers = [point.label.rstrip(".") for point in part.points]
    in_order = numbers == [str(number) for number in range(1, len(numbers) + 1)]
    return "\n".join(
        _point(point, f"{place}. " if in_order else "- ", not in_order and point.label != _BULLET)
        for place, point in enumerate(part.points, 1)
    )


def _point(point: Point, mark: str, with_label: bool) -> str:
    parts = list(point.body)
    if with_label and point.label:
        label = Run(f"{point.label} ", bold=True)
        first = parts[0] if parts and isinstance(parts[0], Paragraph) else None
        if first is None:
            parts.insert(0, Paragraph((label,)))
        else:
            parts[0] = Paragraph((label, *first.runs), first.lang)
    return _indented("\n\n".join(_parts(parts)), mark, " " * len(mark))


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        (first if place == 0 else rest) + line if line or rest.strip() else ""
        for place, line in enumerate(lines)
    )
