"""The report's own sentences, numbers and dates, per language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import cast

from facilitator.domain.choices import LANGUAGES
from facilitator.domain.errors import UserError
from facilitator.domain.spoken import filled, joined

Plural = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Strings:
    """Sentences of one language; keys are dotted, ``plurals`` holds (one, other)."""

    language: str
    texts: dict[str, str]
    plurals: dict[str, Plural]

    def t(self, key: str, **values: object) -> str:
        """Return the sentence with its place markers filled; values are never read as markers."""
        return filled(self.texts[key], values)

    def n(self, key: str, count: int, **values: object) -> str:
        """Return the singular or plural sentence; ``{n}`` is the number as this language writes it."""
        one, other = self.plurals[key]
        return filled(one if count == 1 else other, {"n": self.number(count), **values})

    def number(self, value: int) -> str:
        """Return a whole number with its thousands apart."""
        return f"{value:,}".replace(",", self.texts["format.thousands"])

    def percent(self, share: float) -> str:
        """Return a percentage, 0.0..100.0, as a whole number that does not round up to a full 100."""
        whole = int(share + 0.5)
        if whole == 100 and share < 100:
            whole = 99
        return self.texts["format.percent"].format(n=self.number(whole))

    def date(self, iso: str) -> str:
        """Return an ISO date in words; anything else comes back as it is."""
        try:
            day = date.fromisoformat(iso)
        except ValueError:
            return iso
        month = self.texts["format.months"].split()[day.month - 1]
        return self.texts["format.date"].format(day=day.day, month=month, year=day.year)

    def and_list(self, items: list[str]) -> str:
        """Join ``items`` with commas and a last "and"."""
        if len(items) < 2:
            return joined(items)
        return self.t("format.and", first=joined(items[:-1], ", "), last=items[-1])

    def has(self, key: str) -> bool:
        """Tell whether there is a sentence under ``key``."""
        return key in self.texts


@lru_cache(maxsize=8)
def load(resources: Path, language: str, folder: str = "report") -> Strings:
    """Read the sentences of ``language`` (Dutch for one that is not there), checked against the other.

    ``folder`` is that of the report's sentences, or of other files of the same make.

    Raises:
        UserError: ``report.texts_bad`` with ``path`` and ``reason``.
    """
    books = {name: _read(resources / folder / f"{name}.toml", name) for name in LANGUAGES}
    for fault in differences(books["nl"], books["en"]):
        raise UserError("report.texts_bad", path=str(resources / folder), reason=fault)
    return books[language if language in books else "nl"]


def differences(a: Strings, b: Strings) -> list[str]:
    """Return the keys and place markers in which two languages differ."""
    mine, theirs = _markers(a), _markers(b)
    found = [f"{key}: not in both languages" for key in sorted(mine.keys() ^ theirs.keys())]
    return found + [
        f"{key}: other place markers"
        for key in sorted(mine.keys() & theirs.keys())
        if mine[key] != theirs[key]
    ]


def _markers(book: Strings) -> dict[str, set[str]]:
    every = {key: (text,) for key, text in book.texts.items()} | dict(book.plurals)
    return {
        key: {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
        for key, texts in every.items()
    }


def _read(path: Path, language: str) -> Strings:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise UserError("report.texts_bad", path=str(path), reason=str(fault)) from None
    texts: dict[str, str] = {}
    plurals: dict[str, Plural] = {}
    _flatten("", cast("dict[str, object]", raw), texts, plurals, path)
    return Strings(language, texts, plurals)


def _flatten(
    prefix: str, raw: dict[str, object], texts: dict[str, str], plurals: dict[str, Plural], path: Path
) -> None:
    for key, value in raw.items():
        name = f"{prefix}{key}"
        if isinstance(value, str):
            texts[name] = value
        elif isinstance(value, dict):
            inner = cast("dict[str, object]", value)
            if set(inner) == {"one", "other"}:
                plurals[name] = (str(inner["one"]), str(inner["other"]))
            else:
                _flatten(f"{name}.", inner, texts, plurals, path)
        else:
            raise UserError("report.texts_bad", path=str(path), reason=name)
