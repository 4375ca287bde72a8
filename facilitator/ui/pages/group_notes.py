"""What one does with notes while grouping: place, take out, park, take back; the rest as on any page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.domain.entities import Note
from facilitator.services import grouping, notes
from facilitator.ui.dialogs.move_dialog import MoveDialog
from facilitator.ui.dialogs.park_dialog import ParkDialog
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.icons import icon
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.pages.group_desk import GroupDesk
from facilitator.ui.pages.note_actions import NoteActions


class GroupNotes(QObject):
    """Acts on the chosen notes of a desk; ``plain`` is what every page can do with notes."""

    def __init__(self, desk: GroupDesk, kinds: tuple[str, ...]) -> None:
        super().__init__(desk)
        self._desk = desk
        self.plain = NoteActions(desk.page, desk.chosen_notes, kinds)
        self._to_park: list[str] = []
        tray, detail = desk.tray, desk.insights.detail
        for view in (tray.view, tray.parked, detail.notes):
            view.opened.connect(self.plain.open)
            view.asked.connect(self._asked)
            view.menu_wanted.connect(self._show_menu)
        if desk.session.store.readonly:
            return
        tray.view.notes_dropped.connect(self.to_tray)
        tray.parked.notes_dropped.connect(self._park_dropped)
        tray.asked.connect(self._button)
        desk.insights.cards.dropped.connect(self._dropped)

    def _alive(self, ids: list[str]) -> list[Note]:
        state = self._desk.session.state
        return [note for id in ids if (note := state.note(id)) is not None]

    @Slot(str)
    def _button(self, wish: str) -> None:
        self._desk.scope = "parked" if wish == "unpark" else "tray"
        {"place": self.place, "park": self.park, "unpark": self.unpark}[wish]()

    @Slot(str)
    def _asked(self, wish: str) -> None:
        if self._desk.session.store.readonly and wish != "copy":
            return
        if wish == "park":
            self.park()
        elif wish == "delete":
            self.delete()
        else:
            self.plain.do(wish)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the actions there are for the chosen notes."""
        found = self.plain.commands()
        chosen = self.plain.notes() if found else []
        if not chosen:
            return {}
        found |= {"place": self.place, "park": self.park, "delete_selected": self.delete}
        found.pop("unpark", None)
        if any(note.parked is not None for note in chosen):
            found["unpark"] = self.unpark
        if any(note.parked is not None or note.insights for note in chosen):
            found["unplace"] = self.unplace
        return found

    @Slot(object)
    def _show_menu(self, place: QPoint) -> None:
        theme = self._desk.context.theme
        possible = self.commands()
        menu = self.plain.menu()
        first = menu.actions()[0] if menu.actions() else None
        for id, words, drawing, keys in (
            ("place", self.tr("Put with an insight…"), "move", "Ctrl+G"),
            ("unplace", self.tr("Back to the loose notes"), "undo", "Ctrl+Shift+G"),
        ):
            if id in possible:
                action = QAction(icon(drawing, theme.ink, theme.px(18)), f"{words}\t{keys_text(keys)}", menu)
                action.setObjectName(id)
                action.triggered.connect(lambda _on=False, do=possible[id]: do())
                menu.insertAction(first, action)  # pyright: ignore[reportArgumentType]
        self._exec(menu, place)

    def _exec(self, menu: QMenu, place: QPoint) -> None:
        menu.exec(place)
        menu.deleteLater()

    def place(self) -> None:
        """Ask under which insight the chosen notes go; a new one can be named."""
        desk, scope = self._desk, self._desk.scope
        ids = desk.chosen_notes()
        if not ids:
            return
        title = self.tr("Where do %n note(s) go?", "", len(ids))
        choice = MoveDialog.ask(
            desk.context, desk.page, title, desk.faces.targets(), self.tr("Put there"), self.tr("New insight")
        )
        if choice is None:
            return
        if choice.id:
            self.place_in(ids, choice.id)
        else:
            desk.session.run(grouping.new_insight, choice.new_title, ids)
        desk.go_on_with_notes(scope)

    def place_in(self, ids: list[str], insight: str) -> None:
        """Put notes under an insight."""
        moving = [note.id for note in self._alive(ids) if note.insights != (insight,)]
        if moving:
            self._desk.session.run(grouping.place_notes, moving, insight)

    @Slot(str, str, object)
    def _dropped(self, kind: str, insight: str, ids: list[str]) -> None:
        if kind == MIME_NOTES and insight:
            self.place_in(ids, insight)

    @Slot(object)
    def to_tray(self, ids: list[str]) -> None:
        """Bring notes back to the tray, from an insight or from the parked ones."""
        session = self._desk.session
        found = self._alive(ids)
        parked = [note.id for note in found if note.parked is not None]
        placed = [note.id for note in found if note.parked is None and note.insights]
        if parked:
            session.run(notes.unpark, parked)
        if placed:
            session.run(grouping.unplace_notes, placed)

    def unplace(self) -> None:
        """Bring the chosen notes back to the tray."""
        scope = self._desk.scope
        self.to_tray(self._desk.chosen_notes())
        self._desk.go_on_with_notes(scope)

    def unpark(self) -> None:
        """Take the chosen parked notes back."""
        scope = self._desk.scope
        parked = [note.id for note in self._alive(self._desk.chosen_notes()) if note.parked is not None]
        if parked:
            self._desk.session.run(notes.unpark, parked)
            self._desk.go_on_with_notes(scope)

    def park(self) -> None:
        """Ask why the chosen notes fit nowhere and set them apart."""
        scope = self._desk.scope
        if self._park(self._desk.chosen_notes()):
            self._desk.go_on_with_notes(scope)

    def _park(self, ids: list[str]) -> bool:
        desk = self._desk
        found = self._alive(ids)
        reason = ParkDialog.ask(desk.context, desk.page, [note.text for note in found]) if found else None
        if reason is None:
            return False
        desk.session.run(notes.park, [note.id for note in found], reason)
        return True

    @Slot(object)
    def _park_dropped(self, ids: list[str]) -> None:
        # The drag must have ended before a dialog may ask anything.
        self._to_park = [note.id for note in self._alive(ids) if note.parked is None]
        QTimer.singleShot(0, self, self._park_later)

    @Slot()
    def _park_later(self) -> None:
        ids, self._to_park = self._to_park, []
        if ids:
            self._park(ids)

    def delete(self) -> None:
        """Delete the chosen notes; undo is offered."""
        scope = self._desk.scope
        self.plain.delete()
        self._desk.go_on_with_notes(scope)
