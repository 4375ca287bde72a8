"""The grouping page's working table: its lists, what is chosen in them, and keeping them true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Note
from facilitator.domain.text import fold
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.group_face import MIME_GOALS, MIME_INSIGHTS
from facilitator.ui.kit.note_face import NoteFace
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Page
from facilitator.ui.models.insight_rows import RowsModel
from facilitator.ui.models.note_list import ROW_BY_ROW, NoteListModel
from facilitator.ui.pages.group_board import GroupBoard
from facilitator.ui.pages.group_faces import GroupFaces
from facilitator.ui.pages.group_index import Moved
from facilitator.ui.widgets.goal_pane import GoalPane
from facilitator.ui.widgets.insight_pane import InsightPane
from facilitator.ui.widgets.note_view import NoteView
from facilitator.ui.widgets.tray_pane import TrayPane

NOTE_SCOPES = ("tray", "parked", "detail")
_BAR_MS = 150
_WATCHED = frozenset(("note", "insight", "goal", "meeting", "persona", "advice"))


class GroupDesk(QObject):
    """Lists and selections; what is done with them is in the action classes.

    Attributes:
        scope: Where the person worked last: ``tray``, ``parked``, ``cards``, ``detail``, ``goals`` or
            ``table``, which is the board or the outline.
        opened: Id of the insight whose notes are shown, or empty.
        lit: Id of the goal whose insights alone are shown, or empty.
    """

    chosen_changed = Signal()

    def __init__(self, page: Page, tray: TrayPane, insights: InsightPane, goals: GoalPane) -> None:
        super().__init__(page)
        self.page, self.tray, self.insights, self.goals = page, tray, insights, goals
        self.context: Context = page.context
        self.session = page.context.dialogue
        self.faces = GroupFaces(page.context, self)
        self.board = GroupBoard(page.context, self.faces, page, insights.above)
        self.scope, self.opened, self.lit = "tray", "", ""
        self._wanted: list[str] = []
        self._showing = False
        self._bar_later = QTimer(self)
        self._bar_later.setSingleShot(True)
        self._bar_later.setInterval(_BAR_MS)
        self._bar_later.timeout.connect(self.show_bar)
        self.loose_model = NoteListModel(self.faces.notes, self)
        self.parked_model = NoteListModel(self._parked_face, self)
        self.notes_model = NoteListModel(self.faces.notes, self)
        self.insight_model = RowsModel(self.faces.insight, MIME_INSIGHTS, self)
        self.goal_model = RowsModel(self.faces.goal, MIME_GOALS, self)
        tray.view.setModel(self.loose_model)
        tray.parked.setModel(self.parked_model)
        insights.detail.notes.setModel(self.notes_model)
        insights.cards.setModel(self.insight_model)
        goals.view.setModel(self.goal_model)
        self.views: dict[str, QWidget] = {
            "tray": tray.view,
            "parked": tray.parked,
            "cards": insights.cards,
            "detail": insights.detail.notes,
            "goals": goals.view,
        }
        tray.filter_changed.connect(self._search)
        insights.cards.chosen_changed.connect(self._card_chosen)
        insights.closed.connect(self._closed)
        insights.filter_dropped.connect(self.unlight)
        goals.view.chosen_changed.connect(self._goal_chosen)
        goals.view.left.connect(self.unlight)
        for view in (tray.view, tray.parked, insights.detail.notes):
            view.chosen_changed.connect(self.chosen_changed)
        self.board.chosen_changed.connect(self._table_chosen)
        tray.view.left.connect(tray.view.clearSelection)
        tray.parked.left.connect(tray.parked.clearSelection)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]

    def _parked_face(self, note: Note) -> NoteFace:
        return replace(self.faces.notes(note), footer=note.parked or "")

    # --- what is chosen ---

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is self.insights.detail.notes:
            self.insights.detail.reveal_notes()
        found = next((scope for scope, view in self.views.items() if view is new), "")
        if not found and self.board.holds(new):
            found = "table"
        if found and found != self.scope:
            self.scope = found
            self.chosen_changed.emit()

    @Slot()
    def _table_chosen(self) -> None:
        # A rubber band chooses with every movement; the bar waits until it rests.
        self._bar_later.start()
        self.chosen_changed.emit()

    @Slot()
    def show_bar(self) -> None:
        """Show what can be done with what is chosen on the table."""
        model = self.board.model
        self.insights.show_chosen(len(model.chosen_areas()), len(model.chosen_notes()))

    def note_view(self) -> NoteView:
        """Return the list of notes the person works in; the tray when that is no list of notes."""
        view = self.views[self.scope if self.scope in NOTE_SCOPES else "tray"]
        assert isinstance(view, NoteView)
        return view

    def chosen_notes(self) -> list[str]:
        """Return the chosen notes; the one where the keyboard is when none is chosen."""
        if self.scope == "table":
            return self.board.chosen_notes()
        view = self.note_view()
        ids = view.selected_ids()
        model = view.model()
        if not ids and view.hasFocus() and isinstance(model, NoteListModel):
            note = model.note_at(view.currentIndex().row())
            ids = [note.id] if note is not None else []
        return ids

    def chosen_insights(self) -> list[str]:
        """Return the chosen insights; else the one where the keyboard is or that is opened."""
        cards = self.insights.cards
        if self.scope == "table":
            return self.board.chosen_insights() or ([self.opened] if self.opened else [])
        ids = self.picked_insights()
        if not ids and cards.hasFocus() and cards.current_id():
            return [cards.current_id()]
        return ids or ([self.opened] if self.opened else [])

    def picked_insights(self) -> list[str]:
        """Return the insights that are chosen themselves in the look that is shown."""
        shows_cards = self.insights.look() == "cards"
        return self.insights.cards.selected_ids() if shows_cards else self.board.picked_insights()

    def choose_insights(self, ids: list[str]) -> None:
        """Choose these insights in every look."""
        self.insights.cards.choose_ids(ids)
        self.board.choose_insights(ids)

    def chosen_goals(self) -> list[str]:
        """Return the chosen goals; else the one where the keyboard is."""
        view = self.goals.view
        ids = view.selected_ids()
        if not ids and view.hasFocus() and view.current_id():
            return [view.current_id()]
        return ids

    def focus_scope(self, scope: str = "") -> None:
        """Bring the keyboard back to the list the person worked in, or to another one."""
        # Widgets that vanish push the focus on: the caller may know better where the person was.
        self.scope = scope or self.scope
        view = self.views.get(self.scope)
        if view is None or not view.isVisible():
            view = self.insights.focus_look()
        view.setFocus()

    def choose_next_note(self) -> None:
        """Choose the note that came under the keyboard when the chosen ones left."""
        view = self.note_view()
        row = view.currentIndex().row()
        if row >= 0 and not view.selected_ids():
            view.select_rows([row])

    def next_note(self) -> str:
        """Return the note on the table to go on with when the chosen ones leave; empty elsewhere."""
        return self.board.next_after(self.chosen_notes()) if self.scope == "table" else ""

    def go_on_with_notes(self, scope: str = "", next_note: str = "") -> None:
        """Bring the keyboard back to the notes, on the next one."""
        self.focus_scope(scope)
        if self.scope == "table":
            self.board.go_on_with(next_note)
        else:
            self.choose_next_note()

    def say(self, text: str, *, undo: bool = False) -> None:
        """Tell the person what happened, with a way back if wanted."""
        label = self.tr("Undo") if undo else ""
        self.page.notice_requested.emit(
            Notice("info", text, label, self.session.undo if undo else None, key="grouping")
        )

    # --- opened insight, lit goal, search ---

    def open_insight(self, id: str) -> None:
        """Show an insight with its notes."""
        if id not in self.faces.insights:
            return
        if id != self.opened:
            self.insights.detail.commit_typing()
            self.opened = id
            self.notes_model.show(self.faces.notes_of(id))
            self.insights.detail.notes.scrollToTop()
        self.insights.cards.set_opened(id)
        self._show_opened()
        self.insights.open_detail()
        self.insights.cards.scrollTo(self.insight_model.index(max(self.insight_model.row_of(id), 0)))
        self.chosen_changed.emit()

    @Slot()
    def _closed(self) -> None:
        self.opened = ""
        self.chosen_changed.emit()

    def _show_opened(self) -> None:
        if self.opened in self.faces.insights:
            self.insights.detail.show_insight(self.faces.text(self.opened), self.faces.ticks(self.opened))

    @Slot()
    def _card_chosen(self) -> None:
        ids = self.insights.cards.selected_ids()
        if self.insights.is_open() and len(ids) == 1 and ids[0] != self.opened and not self._showing:
            self.open_insight(ids[0])
        self.chosen_changed.emit()

    @Slot()
    def _goal_chosen(self) -> None:
        ids = self.goals.view.selected_ids()
        if len(ids) < 2 and not self._showing:
            self._light(ids[0] if ids else "")
        self.chosen_changed.emit()

    @Slot()
    def unlight(self) -> None:
        """Show the insights of all goals."""
        self.goals.view.clearSelection()
        self._light("")

    def _light(self, goal: str) -> None:
        if goal != self.lit:
            self.lit = goal
            self._show_insights()
            self._scope_table()

    def _scope_table(self) -> None:
        self.board.set_scope(with_tray=self.tray.isHidden(), goal=self.lit)

    @Slot()
    def tray_folded(self) -> None:
        """Be told that the tray came or went: what is loose must lie somewhere."""
        self._scope_table()

    @Slot(str)
    def _search(self, text: str) -> None:
        wanted = fold(text).split()
        if wanted != self._wanted:
            self._wanted = wanted
            self.loose_model.show(self._loose())
            self._show_counts()

    # --- keeping true ---

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring all lists up to date; row by row when it is known what changed."""
        if changes is not None and changes.origin != "merge" and not _WATCHED & changes.entities:
            return
        people = changes is None or "persona" in changes.entities
        if people:
            self.faces.notes.forget()
        self._showing = True
        moved = self.faces.update(changes)
        self._show_notes(moved)
        order = changes is None or moved.everything or bool({"insight", "goal"} & changes.entities)
        self._show_cards(moved, whole=order or people)
        if self.opened and self.opened not in self.faces.insights:
            self.insights.close_detail()
            self.opened = ""
        self._show_opened()
        self._show_counts()
        self.board.refresh(changes)
        self._showing = False
        if changes is not None and changes.origin in ("undo", "redo"):
            self._point_out_loose(changes)
        if people:
            for model in (self.loose_model, self.parked_model, self.notes_model):
                model.redescribe()
        self.chosen_changed.emit()

    def _point_out_loose(self, changes: ChangeSet) -> None:
        """Bring the first loose note that was brought back into view."""
        rows = (self.loose_model.row_of(row.id) for row in changes.of("note"))
        self.tray.view.reveal_row(next((row for row in rows if row >= 0), -1))

    def _show_cards(self, moved: Moved, *, whole: bool) -> None:
        if whole:
            self._show_insights()
            self.goal_model.show(self.faces.goals)
            self.goal_model.redescribe()
            self.goals.set_count(len(self.faces.goals))
            return
        self.insight_model.redescribe(moved.insights)
        self.goal_model.redescribe({goal for id in moved.insights for goal in self.faces.goals_of(id)})

    def _loose(self) -> list[Note]:
        if not self._wanted:
            return self.faces.facts.tray
        return [note for note in self.faces.facts.tray if self.faces.matches(note, self._wanted)]

    def _show_notes(self, moved: Moved) -> None:
        faces = self.faces

        def is_loose(note: Note) -> bool:
            free = note.parked is None and not faces.is_placed(note)
            return free and (not self._wanted or faces.matches(note, self._wanted))

        def is_parked(note: Note) -> bool:
            return note.parked is not None and not faces.is_placed(note)

        def is_here(note: Note) -> bool:
            return self.opened in note.insights

        self._keep(self.loose_model, self.tray.view, self._loose, moved, is_loose)
        self._keep(self.parked_model, self.tray.parked, lambda: faces.facts.parked, moved, is_parked)
        here = self.insights.detail.notes
        self._keep(self.notes_model, here, lambda: faces.notes_of(self.opened), moved, is_here)

    def _keep(
        self,
        model: NoteListModel,
        view: NoteView,
        all_notes: Callable[[], list[Note]],
        moved: Moved,
        belongs: Callable[[Note], bool],
    ) -> None:
        if not moved.everything and len(moved.rows) <= ROW_BY_ROW:
            model.apply(moved.rows, belongs)
            return
        # Very many at once: all anew.
        wanted = all_notes()
        row, place = view.currentIndex().row(), view.verticalScrollBar().value()
        left = {note.id for note in wanted}
        chosen = [id for id in view.selected_ids() if id in left]
        model.show(wanted)
        if chosen:
            view.choose_ids(chosen)
        elif row >= 0:
            index = model.index(min(row, model.rowCount() - 1))
            view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        view.verticalScrollBar().setValue(place)

    def _show_insights(self) -> None:
        if self.lit and self.lit not in self.faces.goals:
            self.lit = ""
        self.insight_model.show(self.faces.of_goal(self.lit) if self.lit else self.faces.insights)
        self.insight_model.redescribe()
        self.goals.view.set_lit(self.lit)
        self._show_counts()

    def _show_counts(self) -> None:
        faces = self.faces
        facts = faces.facts
        self.tray.set_counts(len(facts.tray), self.loose_model.rowCount(), len(facts.parked))
        self.insights.set_counts(len(faces.insights), self.insight_model.rowCount(), faces.placed())
        number = list(faces.goals).index(self.lit) + 1 if self.lit else 0
        self.insights.set_only(self.tr("Only goal {number}").format(number=number) if self.lit else "")
