"""While somebody types: how many notes say almost this, and which; it never waits and never asks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.services.likeness import Likeness
from facilitator.services.notes import star
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.icons import icon
from facilitator.ui.kit.idle import IdleWork
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.plain import escape_mnemonic
from facilitator.ui.pages.note_faces import NoteFaces
from facilitator.ui.widgets.capture_bar import CaptureBar

WAIT_MS = 250
SLICE_S = 0.0035
SHOWN = 5
LEAST = 8
"""Fewer characters than this say too little to be like anything."""
_WORDS_SHOWN = 70


class Alikes(QObject):
    """The index of one open dialogue; it is read in slices, when nothing else is to be done.

    Signals:
        ready: Every note has been read.
    """

    ready = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._likeness = Likeness(session.store)
        self._reading = IdleWork(self._read, self)
        self._reading.start()

    @classmethod
    def of(cls, session: Session) -> Alikes:
        """Return the one of this dialogue."""
        found = session.findChild(Alikes)
        return found if isinstance(found, Alikes) else cls(session)

    def _read(self) -> bool:
        done = self._likeness.catch_up(SLICE_S)
        if done:
            self.ready.emit()
        return not done

    def similar(self, text: str) -> list[str]:
        """Return the ids of notes that say almost this, best first."""
        if not self._likeness.ready:
            self._reading.start()
        return [id for id, _share in self._likeness.similar(text, SHOWN)]


class SimilarHint(QObject):
    """Tells the bar of a page how many notes are alike, and shows which when asked.

    Signals:
        pointed: Id of a note somebody pointed out.
        changed: Other notes are alike now, or none.
    """

    pointed = Signal(str)
    changed = Signal()

    def __init__(self, page: Page, bar: CaptureBar, faces: NoteFaces) -> None:
        super().__init__(page)
        self._page = page
        self._bar = bar
        self._faces = faces
        self._session = page.context.dialogue
        self._text = ""
        self._alikes: Alikes | None = None
        self.found: list[str] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT_MS)
        self._later.timeout.connect(self._look)
        bar.typed.connect(self._typed)
        bar.similar_wanted.connect(self.show_menu)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._text = text.strip()
        if len(self._text) < LEAST:
            self._later.stop()
            self._tell([])
            return
        if self._alikes is None:
            # Not before somebody types: whoever only looks needs no index.
            self._alikes = Alikes.of(self._session)
            self._alikes.ready.connect(self._look)
        self._later.start()

    @Slot()
    def _look(self) -> None:
        if len(self._text) < LEAST:
            return
        state = self._session.state
        found = self._alikes.similar(self._text) if self._alikes is not None else []
        self._tell([id for id in found if state.note(id) is not None])

    def _tell(self, found: list[str]) -> None:
        if found == self.found:
            return
        self.found = found
        self._bar.set_similar(len(found))
        self.changed.emit()

    @Slot()
    def show_menu(self) -> None:
        """Show the notes that are alike above the bar; what is typed stays."""
        if not self.found:
            return
        menu = self.menu()
        at = self._bar.similar.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
        menu.exec(at)
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Return a menu of the notes that are alike: point one out, or star the one most alike."""
        theme = self._page.context.theme
        menu = QMenu(self._page)
        for id in self.found:
            note = self._session.state.note(id)
            if note is None:
                continue
            words = " ".join(note.text.split())
            short = words if len(words) <= _WORDS_SHOWN else words[:_WORDS_SHOWN].rsplit(" ", 1)[0] + " …"
            line = f"“{short}” · {self._faces.name(note.persona)}"
            action = QAction(icon("eye", theme.ink, theme.px(18)), escape_mnemonic(line), menu)
            action.setObjectName(id)
            action.triggered.connect(lambda _on=False, id=id: self.pointed.emit(id))
            menu.addAction(action)
        first = self._session.state.note(self.found[0]) if self.found else None
        if first is not None and not first.starred and not self._session.store.readonly:
            menu.addSeparator()
            words = self.tr("Mark the first as key quote and type no new note")
            action = QAction(icon("star", theme.ink, theme.px(18)), words, menu)
            action.setObjectName("star")
            action.triggered.connect(self._star_first)
            menu.addAction(action)
        return menu

    @Slot()
    def _star_first(self) -> None:
        id = self.found[0]
        self._session.run(star, [id], True)
        self._bar.accepted()
        self._bar.field.setFocus()
        self.pointed.emit(id)
