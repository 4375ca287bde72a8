"""Tables of a dialogue as other programs read them: what a cell may hold, and text that stays text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

Cell = str | int | float | bool | date | None
"""What stands in a cell; None leaves it empty."""

CELL_LIMIT = 32_767
"""UTF-16 units a cell of a spreadsheet can hold."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``width`` is in characters, ``wraps`` lets long text run on in the next line."""

    title: str
    width: int = 12
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; ``key`` names it in every language, ``title`` in that of the reader."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Tables that belong together.

    Attributes:
        made_on: The day they tell about.
        yes, no: Words for true and false.
    """

    title: str
    author: str
    made_on: date
    yes: str
    no: str
    sheets: tuple[Sheet, ...]

    def sheet(self, key: str) -> Sheet | None:
        """Return the table of this key, or None."""
        return next((sheet for sheet in self.sheets if sheet.key == key), None)


def xml_text(text: str) -> str:
    """Return ``text`` without the characters no XML file can hold."""
    return _NOT_IN_XML.sub("", text)


def fitted(text: str) -> str:
    """Return ``text`` as one cell can hold it: what is beyond ``CELL_LIMIT`` gives way to three dots."""
    if len(text) <= CELL_LIMIT // 2:
        return text
    units = text.encode("utf-16-le", "replace")
    if len(units) <= 2 * CELL_LIMIT:
        return text
    return units[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"
