"""A text as headings, paragraphs, lists, tables and quotes: what is said, whatever file it goes into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight; ``lang`` is set where it differs from the paragraph's."""

    text: str
    bold: bool = False
    italic: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the title of the whole."""

    level: int
    runs: tuple[Run, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``lang`` is set where it differs from the text around it."""

    runs: tuple[Run, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a list; ``label`` is a bullet, a number or a code."""

    label: str
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``head`` may be empty, and the first cell of a row says what the row is about.

    Cells know the languages of their words (``spoken``).
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, with whence it comes."""

    body: tuple[Part, ...]


Part = Heading | Paragraph | Points | Table | Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole text.

    Attributes:
        language: As in BCP 47, such as ``nl-NL``.
        made_on: ISO date, or empty.
        version: Version of the program.
    """

    title: str
    subject: str
    author: str
    language: str
    made_on: str
    version: str
    parts: tuple[Part, ...]


def words(runs: Sequence[Run]) -> str:
    """Return the plain text of ``runs``."""
    return "".join(run.text for run in runs)


def texts(parts: Sequence[Part]) -> Iterator[str]:
    """Yield every piece of text in order: headings, paragraphs, labels and cells."""
    for part in parts:
        if isinstance(part, Heading | Paragraph):
            yield words(part.runs)
        elif isinstance(part, Points):
            for point in part.points:
                yield point.label
                yield from texts(point.body)
        elif isinstance(part, Table):
            for row in (part.head, *part.rows):
                yield from row
        else:
            yield from texts(part.body)
