"""Noticing that files come, go or get another name in a folder, also one that is not there yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

REST_MS = 250
"""A copy that is under way changes the folder many times; it is looked at when that has stopped."""
LONGEST_MS = 1000


class FolderWatch(QObject):
    """Watches one folder.

    Signals:
        changed: Something came, went or was written, and it has been quiet since.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_change)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        for timer in (self._rest, self._longest):
            timer.timeout.connect(self._tell)
        self._begin()

    def _begin(self) -> None:
        """Watch the folder; while it is not there, the nearest one above it that is."""
        place = self._folder
        while not place.is_dir() and place != place.parent:
            place = place.parent
        watched = self._watcher.directories()
        if watched != [str(place)]:
            if watched:
                self._watcher.removePaths(watched)
            self._watcher.addPath(str(place))

    @Slot()
    def _on_change(self) -> None:
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    @Slot()
    def _tell(self) -> None:
        self._rest.stop()
        self._longest.stop()
        self._begin()
        self.changed.emit()
