"""Which files of a folder the demo made itself, so that a second play replaces those and no others."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from types import TracebackType

from facilitator.domain.errors import UserError
from facilitator.store.session import SessionStore

MANIFEST = ".facilitator-demo.json"
_FORMAT = "facilitator-demo"


class MadeFiles:
    """Gives out places for files in ``folder``; what was there and is not ours, or was changed, stays."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known = _read(folder / MANIFEST)
        self._made: list[Path] = []

    def __enter__(self) -> MadeFiles:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write down what was made, also when the play broke off."""
        kept = {name: mark for name, mark in self._known.items() if (self.folder / name).is_file()}
        kept |= {path.name: _mark(path) for path in self._made if path.is_file()}
        text = json.dumps({"format": _FORMAT, "files": kept}, indent=1, sort_keys=True)
        (self.folder / MANIFEST).write_text(text + "\n", encoding="utf-8")

    def file(self, name: str) -> Path:
        """Return where to write ``name``: there, or beside it when somebody else's file is there."""
        path = self.folder / name
        number = 2
        while path.exists() and not self._ours(path):
            path = self.folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
            number += 1
        self.add(path)
        return path

    def add(self, path: Path) -> None:
        """Remember a file as ours."""
        if path not in self._made:
            self._made.append(path)

    def clear(self, pattern: str) -> None:
        """Remove the dialogues of earlier plays, unless one was worked in or is open somewhere."""
        for path in sorted(self.folder.glob(pattern)):
            if self._ours(path) and _closed(path):
                path.unlink()

    def paths(self) -> list[Path]:
        """Return what was made, by name."""
        return sorted(path for path in self._made if path.is_file())

    def _ours(self, path: Path) -> bool:
        return path.is_file() and self._known.get(path.name) == _mark(path)


def _read(manifest: Path) -> dict[str, str]:
    if not manifest.exists():
        return {}
    try:
        found = json.loads(manifest.read_text("utf-8"))
        if found["format"] == _FORMAT:
            return {str(name): str(mark) for name, mark in found["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise OSError(f"{manifest} is not from this demo; choose another folder")


def _mark(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _closed(path: Path) -> bool:
    try:
        store = SessionStore.open(path, source="demo")
    except UserError:
        return False
    store.close()
    return not store.readonly
