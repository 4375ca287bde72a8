"""The one table from codes to words; services and domain know only the codes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import cast

from facilitator import paths
from facilitator.domain.errors import UserError

_GROUPED_FROM = 10_000
Tables = Mapping[str, Mapping[str, str]]


class _Literal(dict[str, object]):
    """Leaves a marker nobody fills as it is."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@lru_cache(maxsize=8)
def _tables(file: Path) -> Tables:
    raw = tomllib.loads(file.read_text("utf-8"))
    found: dict[str, Mapping[str, str]] = {}
    for name, table in raw.items():
        if isinstance(table, dict):
            found[name] = {key: str(value) for key, value in cast("dict[str, object]", table).items()}
    return found


class Words:
    """The words for codes in one language, from ``resources/i18n/<name>_<language>.toml``."""

    def __init__(self, language: str, folder: Path | None = None, name: str = "messages") -> None:
        self.language = language
        place = folder or paths.resources() / "i18n"
        self._tables = _tables(place / f"{name}_{language}.toml")

    def text(self, table: str, code: str, fallback: str | None = None) -> str:
        """Return the text of ``code`` in a table; ``fallback``, or the code, when there is none."""
        found = self._tables.get(table, {}).get(code)
        if found is None:
            return code if fallback is None else fallback
        return found

    def line(self, table: str, code: str, /, **details: object) -> str:
        """Return the text of ``code`` in a table, its place markers filled."""
        return self._filled(self.text(table, code), details)

    def codes(self, table: str) -> tuple[str, ...]:
        """Return the codes of one table, in file order."""
        return tuple(self._tables.get(table, {}))

    def error(self, error: UserError) -> str:
        """Return what went wrong and what to do."""
        template = self._tables.get("messages", {}).get(error.code)
        if template is None:
            return self._filled(self.text("messages", "ui.unknown_error"), {"code": error.code})
        return self._filled(template, error.details)

    def message(self, code: str, details: Mapping[str, object] | None = None) -> str:
        """Return the text of a message code, its place markers filled."""
        return self._filled(self.text("messages", code), details or {})

    def _filled(self, template: str, details: Mapping[str, object]) -> str:
        told = {name: self._told(value) for name, value in details.items()}
        return template.format_map(_Literal(told))

    def _told(self, value: object) -> object:
        """Return a large number in groups of three digits, anything else as it is."""
        if not isinstance(value, int) or abs(value) < _GROUPED_FROM:
            return value
        return f"{value:,}".replace(",", "." if self.language == "nl" else ",")
