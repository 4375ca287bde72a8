"""All methods and persona packs there are: the shipped ones and the user's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeVar

from facilitator.content.methods import load_method
from facilitator.content.personas import PACK_SUFFIX, load_pack, read_pack_file
from facilitator.domain.errors import UserError
from facilitator.domain.method import MethodTexts
from facilitator.domain.pack import PersonaPack


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_HasId)

SHOWN_FIRST = ("vijf-stappen", "twente")
"""Ids that head the lists people choose from; the others follow by name."""


class Library:
    """Methods and packs by id, read once when first asked for.

    A fault in what ships is raised; a fault in an own folder is listed in ``faults`` and the rest goes on.

    Args:
        resources: Folder with the shipped ``methods`` and ``personas``.
        extra: Folder in which the user may put own ones in the same way, or None.
    """

    def __init__(self, resources: Path, extra: Path | None = None) -> None:
        self._resources = resources
        self._extra = extra
        self._faults: list[str] = []

    @cached_property
    def methods(self) -> dict[str, MethodTexts]:
        """Return id -> method, the shipped ones first.

        Raises:
            UserError: ``content.fault`` when a shipped file is faulty.
        """
        return self._gather("methods", load_method)

    @cached_property
    def packs(self) -> dict[str, PersonaPack]:
        """Return id -> pack, the shipped ones first.

        Raises:
            UserError: ``content.fault`` when a shipped file is faulty.
        """
        return self._gather("personas", _load_any_pack)

    @property
    def faults(self) -> list[str]:
        """Return ``file:line: reason`` of each own method or pack that could not be read."""
        _ = self.methods, self.packs
        return list(self._faults)

    def _gather(self, kind: str, load: Callable[[Path], Item]) -> dict[str, Item]:
        found: dict[str, Item] = {}
        for path in _entries(self._resources / kind):
            item = load(path)
            found[item.id] = item
        for path in self._own(kind):
            try:
                item = load(path)
            except UserError as error:
                self._faults.append(_describe(path, error))
                continue
            if item.id in found:
                self._faults.append(f"{path.name}:1: id is taken: {item.id}")
            else:
                found[item.id] = item
        return found

    def _own(self, kind: str) -> list[Path]:
        if self._extra is None:
            return []
        try:
            return list(_entries(self._extra / kind))
        except OSError:
            self._faults.append(f"{self._extra.name}/{kind}:1: cannot be read")
            return []


def _entries(folder: Path) -> Iterator[Path]:
    """Yield folders and pack files in ``folder``; nothing when it is not there."""
    if not os.path.isdir(folder):
        return
    for path in sorted(folder.iterdir(), key=lambda path: (path.name not in SHOWN_FIRST, path.name)):
        if not path.name.startswith(".") and (os.path.isdir(path) or path.name.endswith(PACK_SUFFIX)):
            yield path


def _load_any_pack(path: Path) -> PersonaPack:
    return load_pack(path) if os.path.isdir(path) else read_pack_file(path)


def _describe(path: Path, error: UserError) -> str:
    file = error.details.get("file", path.name)
    return f"{file}:{error.details.get('line', 1)}: {error.details.get('reason', error.code)}"
