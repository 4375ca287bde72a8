"""The notes of a step page as a board and as its outline: two views of one model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.board import CARD, GAP, flow_plan
from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Note
from facilitator.domain.search_index import Hits
from facilitator.services import boards
from facilitator.services.notes import edit_note_apart, edit_notes, move_to_persona
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.outline_view import OutlineView
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.notices import Notice
from facilitator.ui.pages.board_words import BoardWords
from facilitator.ui.pages.note_faces import NoteFaces
from facilitator.ui.pages.parting import Parting

LOTS = 400
_SAVED_MS = 4_000
_RESIZED_MS = 60
_GROUP = "group:"
_EDGE = 24
_MAP_LEAST = 360
_COLUMNS = (2, 3, 4, 6, 8, 9, 12)
"""So many cards side by side make full rows of a block."""


class NotesBoard(QWidget):
    """Shows the notes that belong, lets them be laid and edited in place; wishes about them go on.

    Signals:
        opened: Id of a note to show in full.
        asked: A wish about the chosen notes, as the board tells it.
        menu_wanted: Global place for a menu about the chosen notes.
        chosen_changed: Other notes are chosen now.
        told: A Notice.
        left: The keyboard wants to leave the notes.
        area_opened: Key of an area of the board to show as a list.
    """

    opened = Signal(str)
    asked = Signal(str)
    menu_wanted = Signal(object)
    chosen_changed = Signal()
    told = Signal(object)
    left = Signal()
    area_opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session = context.dialogue
        self._steps = [step.id for step in context.method().steps]
        self._views: dict[str, dict[str, object]] = {}
        self.key = ""
        self._belongs: Callable[[Note], bool] = _none
        self._columns = _COLUMNS[0]
        self._sized = self._pending = False
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_RESIZED_MS)
        self._resized.timeout.connect(self._fit_columns)
        self.faces = NoteFaces(context, self)
        self._words = BoardWords(context, self.faces, self)
        self.model = BoardModel(self.faces, self._words, self)
        self.canvas = BoardCanvas(context.theme, self.model, self)
        self.outline = OutlineView(context.theme, self.model, self)
        self.outline.sleep()
        self.canvas.setObjectName("notes_canvas")
        self.canvas.setAccessibleName(self.tr("Notes"))
        for view in (self.canvas, self.outline):
            view.opened.connect(self._open)
            view.edited.connect(self._edit)
            view.asked.connect(self._ask)
            view.menu_wanted.connect(self.menu_wanted)
            view.dropped.connect(self._drop)
            view.left.connect(self.left)
        self.canvas.set_tint(self._paper)
        self.canvas.hands.readonly = self.outline.readonly = self._session.store.readonly
        self.canvas.moved.connect(self._lay)
        self.model.chosen_changed.connect(self.chosen_changed)
        self.model.current_changed.connect(self._on_current)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.outline)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.canvas)

    # ── what is shown ───────────────────────────────────────────────────────

    @property
    def view(self) -> QWidget:
        """Return the view on screen: the canvas or the outline."""
        return self.outline if self._stack.currentIndex() else self.canvas

    def set_outline(self, on: bool) -> None:
        """Show the outline instead of the board, or the board; the choice stays."""
        (self.outline.wake if on else self.outline.sleep)()
        self._stack.setCurrentWidget(self.outline if on else self.canvas)
        self.setFocusProxy(self.view)
        if self.model.current:
            self.reveal(self.model.current)

    @property
    def count(self) -> int:
        """Return the number of notes."""
        return self.model.plan.count

    def ids(self) -> list[str]:
        """Return all notes in reading order."""
        return self.model.order()

    def chosen_ids(self) -> list[str]:
        """Return the chosen notes in reading order; without any, the one where the keyboard is."""
        chosen = list(self.model.chosen_notes())
        current = self.model.current
        if not chosen and self.view.hasFocus() and self.model.note(current) is not None:
            return [current]
        return chosen

    def show_board(self, key: str, belongs: Callable[[Note], bool]) -> None:
        """Lay the notes that belong out as the board of this key lies; each key keeps its own view."""
        other = key != self.key
        if other and self.key:
            self._views[self.key] = self.canvas.save_view()
        self.key, self._belongs = key, belongs
        self._columns = self._columns_that_fit()
        self._lay_out()
        if other:
            self._go_back()

    @Slot()
    def _go_back(self) -> None:
        """Look at the place of this board where one was before; it can only be found at the right size."""
        view = self._views.get(self.key)
        if view is not None and self.isVisible():
            self._fit_columns()
            self.canvas.restore_view(view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pending:
            self._pending = False
            QTimer.singleShot(0, self, self._go_back)

    def _lay_out(self) -> None:
        state = self._session.state
        board = state.board(self.key)
        self.faces.forget()
        self.faces.colours.colouring = board.colouring
        plan = flow_plan(
            state,
            self.key,
            state.notes,
            self._belongs,
            board.arrangement,
            board.colouring,
            self._steps,
            self._columns,
        )
        self._words.look_at(plan)
        self.model.show(plan)

    def _columns_that_fit(self) -> int:
        """Return how many cards lie side by side where one sees them all at 100 %."""
        units = self.width() / self._context.theme.scale - 2 * _EDGE + GAP
        return max(
            columns for columns in _COLUMNS if columns == _COLUMNS[0] or columns * (CARD + GAP) <= units
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What lies in rows only moves when another number of them fits; not at every pixel of a drag.
        if self.key and self._columns_that_fit() != self._columns:
            self._resized.start() if self._sized else self._fit_columns()
        if not self._sized and self.isVisible():
            self._sized = True
            # Where height is scarce, the map would lie on the notes it shows.
            self.canvas.overlay.open_map(self.height() >= self._context.theme.px(_MAP_LEAST))

    @Slot()
    def _fit_columns(self) -> None:
        columns = self._columns_that_fit()
        if columns == self._columns:
            return
        self._columns = columns
        if self._session.state.board(self.key).arrangement != "rows":
            return
        canvas, plan = self.canvas, self.model.plan
        seen = canvas.visible_box()
        at_home = seen.contains(plan.bounds.x, plan.bounds.y)
        card = next(iter(plan.within(seen)), None)
        self._lay_out()
        moved = self.model.plan.box(card[0]) if card is not None else None
        if at_home:
            canvas.home()
        elif card is not None and moved is not None:
            # What one was looking at stays in sight.
            before, after = canvas.to_view(card[1]), canvas.to_view(moved)
            canvas.pan(after.left() - before.left(), after.top() - before.top())

    def apply(self, changes: ChangeSet) -> list[str]:
        """Follow a change; return the ids of the notes that came here."""
        rows = changes.of("note")
        before = {row.id for row in rows if self.model.plan.has(row.id)}
        boards_changed = any(row.id == self.key for row in changes.of("board"))
        if "persona" in changes.entities:
            self.faces.forget()
        if boards_changed or "picture" in changes.entities:
            self.faces.colours.colouring = self._session.state.board(self.key).colouring
            self.model.forget_faces()
        self.model.apply(changes)
        return [row.id for row in rows if row.id not in before and self.model.plan.has(row.id)]

    def reveal(self, id: str, *, flash: bool = False) -> None:
        """Bring a note into view with the least movement."""
        if self.model.plan.has(id):
            # The one that is not seen gets there when it is shown.
            self.canvas.reveal(id, flash)
            if self.view is self.outline:
                self.outline.reveal(id, flash)

    def light_up(self, hits: Hits | None) -> None:
        """Light up what was found, and bring the first of it into view when none is seen."""
        self.model.set_hits(hits)
        if hits is None or any(id in hits for id, _box in self.model.plan.within(self.canvas.visible_box())):
            return
        first = next((id for id in hits if self.model.plan.has(id)), "")
        if first:
            self.reveal(first)

    def point_out(self, id: str) -> None:
        """Choose one note and show where it is; the keyboard stays where it was."""
        if self.model.plan.has(id):
            self.model.choose([id], id)
            self.reveal(id, flash=True)

    def choose(self, ids: Iterable[str]) -> None:
        """Choose these notes, as far as they are here."""
        here = [id for id in ids if self.model.plan.has(id)]
        self.model.choose(here, here[-1] if here else None)

    def mark(self, ids: Iterable[str], state: str) -> None:
        """Mark notes as ``waiting`` for the disk or ``saved``; the tick goes after a while."""
        marked = list(ids)
        self.model.set_state(marked, state)
        if state == "saved":
            QTimer.singleShot(_SAVED_MS, self, lambda: self._untick(marked))

    def _untick(self, ids: list[str]) -> None:
        self.model.set_state([id for id in ids if self.model.state(id) == "saved"], "")

    # ── what is wished ──────────────────────────────────────────────────────

    @Slot(str)
    def _on_current(self, _item: str) -> None:
        self.chosen_changed.emit()

    @Slot(str)
    def _open(self, item: str) -> None:
        if self.model.plan.has(item):
            self.opened.emit(item)
        elif item in self.model.plan.areas and self.view is self.canvas:
            self.area_opened.emit(item)

    @Slot(str, str)
    def _edit(self, id: str, text: str) -> None:
        note = self._session.state.note(id)
        if note is not None and note.text != text:
            more = self._session.run(edit_note_apart, id, text)
            if more:
                self.told.emit(Parting(self).notice(self._session, len(more)))

    @Slot(str)
    def _ask(self, wish: str) -> None:
        if wish == "alike":
            self.choose_alike()
        else:
            self.asked.emit(wish)

    @Slot(object)
    def _lay(self, places: Mapping[str, tuple[int, int]]) -> None:
        if not self._session.store.readonly:
            self._session.run(boards.lay, self.key, dict(places))

    @Slot(object, str, bool)
    def _drop(self, ids: Iterable[str], target: str, _also: bool) -> None:
        if not target.startswith(_GROUP) or self._session.store.readonly:
            return
        board = self._session.state.board(self.key)
        by = board.colouring if board.arrangement == "colour" else board.arrangement
        group = target.removeprefix(_GROUP)
        if by == "channel":
            words = self.tr("The kind of meeting belongs to the meeting. Change it in the set-up.")
            self.told.emit(Notice("info", words, key="board.channel"))
        elif by == "table":
            self._session.run(edit_notes, list(ids), table=int(group or 0))
        elif by == "persona":
            self._session.run(move_to_persona, list(ids), group)
        else:
            self._session.run(edit_notes, list(ids), **{by: group})

    def _paper(self, note: Note) -> str:
        return self.faces.colours.of(note).paper

    def tidy(self, arrangement: str) -> None:
        """Lay all notes of this board in order, those laid by hand too."""
        self._session.run(boards.tidy, self.key, arrangement)
        # Everything lies elsewhere now: what is chosen is looked for, else one begins at the beginning.
        chosen = self.chosen_ids()
        if chosen:
            self.reveal(chosen[0])
        else:
            self.canvas.home()

    def recolour(self, colouring: str) -> None:
        """Let the colours of this board tell something else."""
        self._session.run(boards.recolour, self.key, colouring)

    def choose_alike(self) -> None:
        """Choose all notes of the same persona and kind as the current one."""
        chosen = self.chosen_ids()
        like = self.model.current if self.model.note(self.model.current) is not None else ""
        if like or chosen:
            self.model.choose_alike(like or chosen[-1])

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the actions of the view on screen."""
        found: dict[str, Callable[[], object]] = {"select_all": self.model.choose_all}
        if self.chosen_ids():
            found["select_alike"] = self.choose_alike
        if self.view is self.canvas:
            found |= {
                "board_zoom_in": self.canvas.zoom_in,
                "board_zoom_out": self.canvas.zoom_out,
                "board_fit": self.canvas.fit,
                "board_full": self.canvas.full,
            }
        if not self._session.store.readonly:
            found["tidy"] = lambda: self.tidy(self._session.state.board(self.key).arrangement)
        return found

    # ── from one page to the next ───────────────────────────────────────────

    def save_view(self) -> dict[str, object]:
        """Return zoom, place and choice, for every board looked at."""
        views = {**self._views, self.key: self.canvas.save_view()}
        return {
            "views": views,
            "outline": self.outline.save_view(),
            "chosen": list(self.model.chosen_notes()[:LOTS]),
            "current": self.model.current,
        }

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Take up what ``save_view`` gave."""
        views, chosen = view.get("views"), view.get("chosen")
        if isinstance(views, Mapping):
            self._views = cast("dict[str, dict[str, object]]", dict(cast("Mapping[str, object]", views)))
            self._pending = not self.isVisible()
            self._go_back()
        if isinstance(chosen, list):
            self.choose([str(id) for id in cast("list[object]", chosen)])
        self.model.set_current(str(view.get("current", "")))
        outline = view.get("outline")
        if isinstance(outline, Mapping):
            self.outline.restore_view(dict(cast("Mapping[str, object]", outline)))


def _none(_note: Note) -> bool:
    return False
