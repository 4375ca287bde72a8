"""What one does with notes while grouping: place, take out, park, take back; the rest as on any page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.domain.board import PARKED, TRAY
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.icons import icon
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.pages.group_board import INSIGHT
from facilitator.ui.pages.group_desk import GroupDesk
from facilitator.ui.pages.group_moves import GroupMoves
from facilitator.ui.pages.note_actions import NoteActions


class GroupNotes(QObject):
    """Acts on the chosen notes of a desk; ``plain`` is what every page can do with notes.

    Signals:
        new_insight_wanted: G was pressed on notes.
    """

    new_insight_wanted = Signal()

    def __init__(self, desk: GroupDesk, kinds: tuple[str, ...]) -> None:
        super().__init__(desk)
        self._desk = desk
        self.plain = NoteActions(desk.page, desk.chosen_notes, kinds)
        self.moves = GroupMoves(desk)
        tray, detail = desk.tray, desk.insights.detail
        for view in (tray.view, tray.parked, detail.notes):
            view.opened.connect(self.plain.open)
            view.asked.connect(self.ask)
            view.menu_wanted.connect(self.show_menu)
        if desk.session.store.readonly:
            return
        tray.view.notes_dropped.connect(self._to_tray)
        tray.parked.notes_dropped.connect(self._to_parked)
        tray.asked.connect(self._button)
        desk.insights.cards.dropped.connect(self._dropped)

    @Slot(str)
    def _button(self, wish: str) -> None:
        self._desk.scope = "parked" if wish == "unpark" else "tray"
        {"place": self.place, "park": self.park, "unpark": self.unpark}[wish]()

    @Slot(str)
    def ask(self, wish: str) -> None:
        """Do what was asked about the chosen notes, such as ``move`` or ``star``."""
        if self._desk.session.store.readonly and wish != "copy":
            return
        doing: dict[str, Callable[[], object]] = {
            "park": self.park,
            "delete": self.delete,
            "move": self.place,
            "also": self.place_also,
        }
        if wish in doing:
            doing[wish]()
        elif wish == "new_insight":
            self.new_insight_wanted.emit()
        else:
            self.plain.do(wish)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the actions there are for the chosen notes."""
        found = self.plain.commands()
        chosen = self.plain.notes() if found else []
        if not chosen:
            return {}
        found |= {"place": self.place, "place_also": self.place_also}
        found |= {"park": self.park, "delete_selected": self.delete}
        found.pop("unpark", None)
        if any(note.parked is not None for note in chosen):
            found["unpark"] = self.unpark
        if any(note.parked is not None or note.insights for note in chosen):
            found["unplace"] = self.unplace
        return found

    @Slot(object)
    def show_menu(self, place: QPoint) -> None:
        """Show what can be done with the chosen notes."""
        theme = self._desk.context.theme
        possible = self.commands()
        menu = self.plain.menu()
        first = menu.actions()[0] if menu.actions() else None
        for id, words, drawing, keys in (
            ("place", self.tr("Move to…"), "move", "M"),
            ("place_also", self.tr("Put with another one too…"), "places", "Shift+M"),
            ("unplace", self.tr("Back to the loose notes"), "undo", "Ctrl+Shift+G"),
        ):
            if id in possible:
                action = QAction(icon(drawing, theme.ink, theme.px(18)), f"{words}\t{keys_text(keys)}", menu)
                action.setObjectName(id)
                action.triggered.connect(lambda _on=False, do=possible[id]: do())
                menu.insertAction(first, action)  # pyright: ignore[reportArgumentType]
        for action in menu.actions():
            if action.objectName() == "move_to_persona":
                # The plain letter moves to an insight here.
                words = action.text().split("\t")[0]
                action.setText(f"{words}\t{keys_text('Ctrl+M')}")
        self._exec(menu, place)

    def _exec(self, menu: QMenu, place: QPoint) -> None:
        menu.exec(place)
        menu.deleteLater()

    def place(self) -> None:
        """Ask where the chosen notes go; a new insight can be named."""
        self._ask_where(also=False)

    def place_also(self) -> None:
        """Ask with which insight the chosen notes go as well as where they are."""
        self._ask_where(also=True)

    def _ask_where(self, *, also: bool) -> None:
        desk, scope = self._desk, self._desk.scope
        following = "" if also else desk.next_note()
        if self.moves.ask(desk.chosen_notes(), also=also):
            desk.go_on_with_notes(scope, following)

    @Slot(str, str, object)
    def _dropped(self, kind: str, insight: str, ids: list[str]) -> None:
        if kind == MIME_NOTES and insight:
            self.moves.go(ids, INSIGHT + insight, also=self._desk.insights.cards.also)

    @Slot(object)
    def _to_tray(self, ids: list[str]) -> None:
        self.moves.go(ids, TRAY)

    @Slot(object)
    def _to_parked(self, ids: list[str]) -> None:
        self.moves.go_later(ids, PARKED)

    def unplace(self) -> None:
        """Bring the chosen notes back to the tray."""
        scope, following = self._desk.scope, self._desk.next_note()
        self.moves.go(self._desk.chosen_notes(), TRAY)
        self._desk.go_on_with_notes(scope, following)

    def unpark(self) -> None:
        """Take the chosen parked notes back."""
        scope, following = self._desk.scope, self._desk.next_note()
        parked = [note.id for note in self.plain.notes() if note.parked is not None]
        if self.moves.go(parked, TRAY):
            self._desk.go_on_with_notes(scope, following)

    def park(self) -> None:
        """Ask why the chosen notes fit nowhere and set them apart."""
        scope, following = self._desk.scope, self._desk.next_note()
        if self.moves.park(self._desk.chosen_notes()):
            self._desk.go_on_with_notes(scope, following)

    def delete(self) -> None:
        """Delete the chosen notes; undo is offered."""
        scope, following = self._desk.scope, self._desk.next_note()
        self.plain.delete()
        self._desk.go_on_with_notes(scope, following)
