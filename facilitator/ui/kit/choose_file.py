"""Asking for a file to open or a place to write, the system's own way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def open_file(parent: QWidget, title: str, folder: Path, filters: str) -> Path | None:
    """Return the file the person chose, or None; ``filters`` as Qt writes them ("PDF (*.pdf)")."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, title, str(folder), filters)
    return Path(chosen) if chosen else None


def save_file(parent: QWidget, title: str, proposed: Path, filters: str) -> Path | None:
    """Return where the person wants it, with the ending of ``proposed`` if they gave none; or None.

    The dialog itself asks before an existing file would be replaced.
    """
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(proposed), filters)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(proposed.suffix)


def choose_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Return the folder the person chose, or None."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None
