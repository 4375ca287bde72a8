"""Check one level of hand-written data at a time: every key read once, everything else refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import cast

from facilitator.domain.errors import UserError
from facilitator.domain.text import TEXT_LIMIT, TITLE_LIMIT, clean

KeyPath = tuple[str | int, ...]
Fault = Callable[[KeyPath, str], UserError]
"""Makes the error for the value at a key path; the reason is short English."""

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE_PATTERN = re.compile(r"[a-z]{2,3}")
ID_LIMIT = 60
ITEM_LIMIT = 60


class Table:
    """A mapping from a file whose keys are asked for by name; ``done`` refuses the ones nobody asked for."""

    def __init__(self, data: Mapping[str, object], fault: Fault, path: KeyPath = ()) -> None:
        self._data = data
        self._fault = fault
        self._asked: set[str] = set()
        self.path = path

    def fault(self, key: str | None, reason: str) -> UserError:
        """Return the error for ``key`` of this table, or for the table itself."""
        return self._fault(self.path if key is None else (*self.path, key), reason)

    def _get(self, key: str) -> object:
        self._asked.add(key)
        if key not in self._data:
            raise self.fault(key, f"missing: {key}")
        return self._data[key]

    def has(self, key: str) -> bool:
        """Tell whether the file gives this key."""
        return key in self._data

    def given(self) -> list[str]:
        """Return the keys of this table in the order of the file."""
        return list(self._data)

    def text(self, key: str, limit: int = TEXT_LIMIT, *, needed: bool = True) -> str:
        """Return a cleaned text; when not ``needed`` it may be left out or empty."""
        if not needed and key not in self._data:
            self._asked.add(key)
            return ""
        return self._checked_text(key, self._get(key), limit, needed)

    def line(self, key: str, limit: int = TITLE_LIMIT, *, needed: bool = True) -> str:
        """Return a cleaned text on one line."""
        return " ".join(self.text(key, limit, needed=needed).split())

    def _checked_text(self, key: str, raw: object, limit: int, needed: bool) -> str:
        if not isinstance(raw, str):
            raise self.fault(key, f"not a text: {key}")
        text = clean(raw)
        if needed and not text:
            raise self.fault(key, f"empty: {key}")
        if len(text) > limit:
            raise self.fault(key, f"longer than {limit} characters: {key}")
        return text

    def id(self, key: str = "id") -> str:
        """Return an id: small letters, digits and single hyphens."""
        raw = self._get(key)
        if not isinstance(raw, str) or not is_id(raw):
            raise self.fault(key, f"not an id (small letters, digits, hyphens): {key}")
        return raw

    def number(self, key: str, low: int, high: int) -> int:
        """Return a whole number between ``low`` and ``high``."""
        raw = self._get(key)
        if not isinstance(raw, int) or isinstance(raw, bool):
            raise self.fault(key, f"not a whole number: {key}")
        if not low <= raw <= high:
            raise self.fault(key, f"not between {low} and {high}: {key}")
        return raw

    def _items(self, key: str) -> list[object]:
        raw = self._get(key)
        if not isinstance(raw, list):
            raise self.fault(key, f"not a list: {key}")
        items = cast("list[object]", raw)
        if len(items) > ITEM_LIMIT:
            raise self.fault(key, f"more than {ITEM_LIMIT} items: {key}")
        return items

    def texts(self, key: str, limit: int) -> tuple[str, ...]:
        """Return a list of one or more texts."""
        items = self._items(key)
        if not items:
            raise self.fault(key, f"empty: {key}")
        return tuple(" ".join(self._checked_text(key, item, limit, True).split()) for item in items)

    def names(
        self, key: str, allowed: Collection[str] | None, pattern: re.Pattern[str] = ID_PATTERN
    ) -> tuple[str, ...]:
        """Return a list of one or more different names, each from ``allowed`` or of the ``pattern``."""
        names = self.texts(key, ID_LIMIT)
        for number, name in enumerate(names):
            if name in names[:number]:
                raise self.fault(key, f"doubled in {key}: {name}")
            if (name not in allowed) if allowed is not None else not pattern.fullmatch(name):
                raise self.fault(key, f"unknown in {key}: {name}")
        return names

    def table(self, key: str) -> Table:
        """Return the table under ``key``."""
        raw = self._get(key)
        if not isinstance(raw, Mapping):
            raise self.fault(key, f"not a table: {key}")
        return Table(cast("Mapping[str, object]", raw), self._fault, (*self.path, key))

    def tables(self, key: str, *, needed: bool = True) -> list[Table]:
        """Return the tables of a list; when not ``needed`` the list may be left out."""
        if not needed and key not in self._data:
            self._asked.add(key)
            return []
        found: list[Table] = []
        for number, item in enumerate(self._items(key)):
            place = (*self.path, key, number)
            if not isinstance(item, Mapping):
                raise self._fault(place, f"not a table: {key}")
            found.append(Table(cast("Mapping[str, object]", item), self._fault, place))
        if needed and not found:
            raise self.fault(key, f"empty: {key}")
        return found

    def done(self) -> None:
        """Refuse the first key that nobody asked for."""
        for key in self._data:
            if key not in self._asked:
                raise self.fault(key, f"unknown key: {clean(key)[:40]}")


def is_id(text: str) -> bool:
    """Tell whether ``text`` can be an id (and so a folder name on every system)."""
    return len(text) <= ID_LIMIT and ID_PATTERN.fullmatch(text) is not None


def distinct(tables: list[Table], ids: list[str]) -> None:
    """Refuse the second of two tables with one id."""
    for number, id in enumerate(ids):
        if id in ids[:number]:
            raise tables[number].fault("id", f"doubled id: {id}")
