"""What people ask for on the grouping table, done: opening, naming, moving, linking, merging."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from facilitator.domain.board import PARKED, TRAY
from facilitator.services import grouping
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.board.outline_view import OutlineView
from facilitator.ui.pages.group_board import GOAL, INSIGHT
from facilitator.ui.pages.group_desk import GroupDesk
from facilitator.ui.pages.group_goals import GoalActions
from facilitator.ui.pages.group_insights import InsightActions
from facilitator.ui.pages.group_links import GroupLinks
from facilitator.ui.pages.group_notes import GroupNotes


class GroupWishes(QObject):
    """Connects the views of the table to what notes, insights and goals can do.

    Signals:
        side_wanted: ``tray`` or ``goals`` should come into view.
        find_wanted: The search should open.
    """

    side_wanted = Signal(str)
    find_wanted = Signal()

    def __init__(
        self, desk: GroupDesk, notes: GroupNotes, insights: InsightActions, goals: GoalActions
    ) -> None:
        super().__init__(desk)
        self._desk, self._board = desk, desk.board
        self._notes, self._insights, self._goals = notes, insights, goals
        self._links = GroupLinks(desk)
        desk.insights.note_asked.connect(self.ask)
        for view in self._board.views.values():
            self._connect(view)

    def _connect(self, view: BoardCanvas | OutlineView) -> None:
        view.opened.connect(self.open)
        view.asked.connect(self.ask)
        view.menu_wanted.connect(self._show_menu)
        if self._desk.session.store.readonly:
            return
        view.dropped.connect(self.drop)
        view.areas_dropped.connect(self.drop_areas)
        view.edited.connect(self._edit)
        view.renamed.connect(self._rename)
        if isinstance(view, BoardCanvas):
            view.moved.connect(self._laid)

    # --- opening and writing ---

    @Slot(str)
    def open(self, item: str) -> None:
        """Open a note in full, an insight as a list, a goal with its texts."""
        self._desk.scope = "table"
        if item.startswith(INSIGHT):
            self._insights.open(item.removeprefix(INSIGHT))
        elif item.startswith(GOAL):
            if item != GOAL and not self._desk.session.store.readonly:
                self._goals.edit_one(item.removeprefix(GOAL))
        elif item in (TRAY, PARKED):
            self.side_wanted.emit("tray")
            self._desk.tray.set_open(item == PARKED)
            self._desk.focus_scope("parked" if item == PARKED else "tray")
        elif item:
            self._notes.plain.open(item)

    @Slot(str, str)
    def _edit(self, note: str, text: str) -> None:
        found = self._desk.session.state.note(note)
        if found is not None and text != found.text:
            self._notes.plain.change(note, text=text)

    @Slot(str, str)
    def _rename(self, key: str, text: str) -> None:
        session, id = self._desk.session, key.partition(":")[2]
        insight, goal = session.state.insight(id), session.state.goal(id)
        if key.startswith(INSIGHT) and insight is not None and text != insight.title:
            session.run(grouping.update_insight, id, title=text)
        elif key.startswith(GOAL) and goal is not None and text != goal.title:
            session.run(grouping.update_goal, id, title=text)

    # --- asking ---

    @Slot(str)
    def ask(self, wish: str) -> None:
        """Do what a key or a button asked about what is chosen."""
        desk = self._desk
        desk.scope = "table"
        if wish == "find":
            self.find_wanted.emit()
            return
        if desk.session.store.readonly and wish not in ("copy", "open"):
            return
        heads = self._board.picked_insights()
        on_heads: dict[str, Callable[[], object]] = {
            "move": lambda: self._ask_goal(also=False),
            "also": lambda: self._ask_goal(also=True),
            "delete": self._insights.delete,
            "open": self._insights.open_chosen,
            "link": self._insights.link,
            "merge": self._insights.merge,
            "split": self._insights.split,
        }
        if wish == "new_insight":
            self._insights.new()
        elif heads and not desk.board.chosen_notes() and wish in on_heads:
            on_heads[wish]()
        elif wish == "unplace":
            self._notes.unplace()
        else:
            self._notes.ask(wish)

    def _ask_goal(self, *, also: bool) -> None:
        self._links.ask(self._board.picked_insights(), also=also)
        self._desk.focus_scope("table")

    @Slot(object)
    def _show_menu(self, place: QPoint) -> None:
        desk = self._desk
        desk.scope = "table"
        if desk.chosen_notes():
            self._notes.show_menu(place)
        elif self._board.picked_insights():
            self._insights.show_menu(place)

    # --- dropping ---

    @Slot(object, str, bool)
    def drop(self, ids: Sequence[str], target: str, also: bool) -> None:
        """Bring notes where they were dropped; on empty ground they begin a new insight."""
        self._desk.scope = "table"
        ids = list(ids)
        target = self._place_of(target)
        if not target:
            self._insights.begin(ids)
        else:
            self._notes.moves.go_later(ids, target, also=also)

    @Slot(object)
    def _laid(self, places: Mapping[str, object]) -> None:
        """Begin an insight with notes that were laid on empty ground."""
        self.drop(list(places), "", False)

    def _place_of(self, target: str) -> str:
        """Return the area of a card that was dropped on, or the target itself."""
        keys = self._board.model.plan.areas_of(target) if target else ()
        return keys[0] if keys else target

    @Slot(object, str)
    def drop_areas(self, keys: Sequence[str], target: str) -> None:
        """Let insights bear on the goal they were dropped on, with Control on that one as well."""
        desk = self._desk
        desk.scope = "table"
        ids = [key.removeprefix(INSIGHT) for key in keys if key.startswith(INSIGHT)]
        ids = [id for id in ids if id in desk.faces.insights]
        also = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        if ids and target.startswith(GOAL):
            self._links.bring(ids, target.removeprefix(GOAL), also=also)
