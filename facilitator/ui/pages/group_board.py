"""The grouping table: insights as areas and goals as frames on a board, or the same as an outline."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.domain.board import AREA_GAP, PARKED, TRAY, Area, Frame, table_plan
from facilitator.domain.board_area import width_of
from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Entity, Insight
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.outline_view import OutlineView
from facilitator.ui.kit.area_face import AreaFace
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.surfaces import column
from facilitator.ui.pages.finding import Finding
from facilitator.ui.pages.group_faces import GroupFaces
from facilitator.ui.widgets.filter_bar import FilterBar

INSIGHT, GOAL = "insight:", "goal:"
_SMALLEST = 0.75
"""Zoom at which words on cards are still easily read."""


_MAP_FROM = 1000
"""From this width on, in pixels at text size 100 %, the map does not stand in the way."""


class _Side(QWidget):
    """Holds a view and tells how wide it has become."""

    resized = Signal(int)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.width())


class GroupBoard(QObject):
    """Canvas and outline over one plan; what is done on them is done elsewhere.

    Signals:
        chosen_changed: The choice or the place of the keyboard differs now.
        keyboard_wanted: Searching is done; the keyboard goes back to the table.
    """

    chosen_changed = Signal()
    keyboard_wanted = Signal()

    def __init__(self, context: Context, faces: GroupFaces, parent: QWidget, above: QBoxLayout) -> None:
        """Make the views; the search, once it is asked for, stands in ``above``."""
        super().__init__(parent)
        self._parent = parent
        self._context = context
        self._faces = faces
        self._with_tray = False
        self._lit = ""
        self._stale = True
        self._shown: BoardCanvas | OutlineView | None = None
        self._zoomed = False
        self.model = BoardModel(faces.notes, self._area_face, self)
        self.canvas = BoardCanvas(context.theme, self.model, parent)
        self.canvas.setAccessibleName(self.tr("Insights"))
        self.canvas.setObjectName("group_canvas")
        self.outline = OutlineView(context.theme, self.model, parent)
        self.outline.setAccessibleName(self.tr("Insights"))
        self.outline.sleep()
        self.canvas.hands.readonly = self.outline.readonly = context.dialogue.store.readonly
        self.sides = {
            "board": self._holder(self.canvas, parent),
            "outline": self._holder(self.outline, parent),
        }
        self.views: dict[str, BoardCanvas | OutlineView] = {"board": self.canvas, "outline": self.outline}
        self.filter_bar: FilterBar | None = None
        self._finding: Finding | None = None
        self._above = above
        self.model.chosen_changed.connect(self.chosen_changed)
        self.model.current_changed.connect(self.chosen_changed)

    def _holder(self, view: QWidget, parent: QWidget) -> _Side:
        side = _Side(parent)
        column(side, self._context.theme, spacing=0).addWidget(view)
        side.resized.connect(self._first_zoom)
        return side

    @Slot(int)
    def _first_zoom(self, width: int) -> None:
        """Look from so close that words are easily read and two areas stand side by side where they can."""
        if self._zoomed or self._shown is not self.canvas:
            return
        self._zoomed = True
        room = width / self._context.theme.scale
        self.canvas.begin_at(min(1.0, max(_SMALLEST, room / (2 * width_of(3) + AREA_GAP))))
        self.canvas.overlay.open_map(room >= _MAP_FROM)

    # --- what it shows ---

    def show(self, look: str) -> None:
        """Be told which look is on screen; empty when neither is."""
        self._shown = self.views.get(look)
        (self.outline.wake if self._shown is self.outline else self.outline.sleep)()
        if self._shown is not None and self._stale:
            self._build()

    def set_scope(self, *, with_tray: bool, goal: str) -> None:
        """Show the loose notes on the table too, or the insights of one goal alone."""
        if (with_tray, goal) != (self._with_tray, self._lit):
            self._with_tray, self._lit = with_tray, goal
            self._rebuild()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Follow a change; everything is laid out anew without one or after a merge."""
        if self._finding is not None and self.filter_bar is not None and not self.filter_bar.isHidden():
            self._finding.refresh(changes)
        if changes is None or changes.origin == "merge":
            self._rebuild()
        elif self._shown is None:
            self._stale = True
        elif not self._stale:
            self.model.apply(changes)
            if changes.origin in ("undo", "redo"):
                self._point_out(changes)
            else:
                self._follow_insight(changes)

    def _follow_insight(self, changes: ChangeSet) -> None:
        """Keep the insight in view that went to another frame by what somebody just did."""
        rows = changes.of("insight")
        moved = [row for row in rows if row.after.alive and _home(row.before) != _home(row.after)]
        if len(moved) == 1:
            self.reveal_insight(moved[0].id)

    def _rebuild(self) -> None:
        self._stale = True
        if self._shown is not None:
            self._build()

    def _build(self) -> None:
        self._stale = False
        state = self._context.dialogue.state
        self.model.show(table_plan(state, with_tray=self._with_tray, goal=self._lit))

    def _point_out(self, changes: ChangeSet) -> None:
        """Show where something was undone or done again."""
        plan = self.model.plan
        prefixes = {"note": "", "insight": INSIGHT, "goal": GOAL}
        for row in changes.rows:
            item = prefixes.get(row.entity, "?") + row.id
            if plan.box(item) is not None:
                self.reveal(item)
                return

    def reveal(self, item: str) -> None:
        """Bring a note, area or frame into view and point it out."""
        if self._shown is not None and self.model.plan.box(item) is not None:
            self._shown.reveal(item, flash=True)

    def reveal_insight(self, id: str) -> None:
        """Bring an insight into view and point it out."""
        self.reveal(INSIGHT + id)

    # --- searching ---

    def find(self) -> None:
        """Open the search with the keyboard in it."""
        finding = self._search()
        finding.ask()
        finding.open()

    def _search(self) -> Finding:
        """Return the search, made when it is first needed."""
        if self._finding is None:
            bar = self.filter_bar = FilterBar(self._context.theme, self._context.language, self._parent)
            bar.hide()
            self._above.addWidget(bar)
            self._finding = Finding(self._context, bar, self)
            self._finding.found.connect(self._found)
            bar.left.connect(self._leave_search)
            bar.entered.connect(self._go_to_hit)
        return self._finding

    @Slot(object)
    def _found(self, hits: Container[str] | None) -> None:
        self.model.set_hits(hits)

    @Slot()
    def _leave_search(self) -> None:
        if self.filter_bar is not None:
            self.filter_bar.hide()
        self.keyboard_wanted.emit()

    @Slot()
    def _go_to_hit(self) -> None:
        first = next((id for id in self.model.order() if self.model.is_hit(id)), "")
        if first:
            self.model.choose([first], first)
            self.reveal(first)
        self.keyboard_wanted.emit()

    # --- what is chosen ---

    def holds(self, widget: QWidget | None) -> bool:
        """Tell whether a widget is one of the views."""
        return widget is not None and any(
            view is widget or view.isAncestorOf(widget) for view in self.views.values()
        )

    def chosen_notes(self) -> list[str]:
        """Return the chosen notes; without any choice the one where the keyboard is."""
        model = self.model
        if not model.chosen and model.note(model.current) is not None:
            return [model.current]
        return list(model.chosen_notes())

    def picked_insights(self) -> list[str]:
        """Return the insights whose heads are chosen, or where the keyboard is when nothing is."""
        model = self.model
        keys = model.chosen_areas()
        if not model.chosen and model.current in model.plan.areas:
            keys = (model.current,)
        return _insights(keys)

    def chosen_insights(self) -> list[str]:
        """Return the picked insights, else those the chosen notes lie in."""
        found = self.picked_insights()
        if found:
            return found
        plan = self.model.plan
        wanted = {key for note in self.chosen_notes() for key in plan.areas_of(note)}
        return _insights([key for key in plan.areas if key in wanted])

    def choose_insights(self, ids: Sequence[str]) -> None:
        """Choose the areas of these insights and bring the last into view."""
        keys = [INSIGHT + id for id in ids if INSIGHT + id in self.model.plan.areas]
        if keys:
            self.model.choose(keys, keys[-1])
            self.reveal(keys[-1])

    def next_after(self, ids: Sequence[str]) -> str:
        """Return the note to go on with when these leave: the next in the area the keyboard is in."""
        model, going = self.model, set(ids)
        area = model.plan.areas.get(model.inside)
        if area is None or model.current not in going:
            return ""
        place = model.plan.index_in(area.key, model.current)
        after = (id for id in area.ids[place:] if id not in going)
        before = (id for id in reversed(area.ids[:place]) if id not in going)
        return next(after, "") or next(before, "") or area.key

    def go_on_with(self, item: str) -> None:
        """Put choice and keyboard on a note, or on the head of an area that became empty."""
        if self.model.note(item) is not None:
            self.model.choose([item], item)
        elif item:
            self.model.choose([], item)

    # --- heads ---

    def _area_face(self, area: Area | Frame) -> AreaFace:
        faces = self._faces
        if isinstance(area, Frame):
            return self._frame_face(area)
        if area.kind == TRAY:
            return AreaFace(self.tr("Still to group"), faces.count(len(area.ids)))
        if area.kind == PARKED:
            return AreaFace(
                self.tr("Fits nowhere"), faces.count(len(area.ids)), self.tr("each with a reason")
            )
        id = area.group
        insight = faces.insights.get(id)
        others = self._other_goals(area)
        mix = " · ".join(part for part in (faces.mix_of(id), *others) if part)
        named = insight is not None and bool(insight.title)
        return AreaFace(faces.title(id), faces.count_of(id), mix, named=named)

    def _other_goals(self, area: Area) -> list[str]:
        """Return the goals an insight bears on besides the one in whose frame it lies."""
        home = area.home.key.removeprefix(GOAL) if isinstance(area.home, Frame) else ""
        others = [goal for goal in self._faces.goals_of(area.group) if goal != home]
        return [self.tr("also {goal}").format(goal=self._faces.goal_name(goal)) for goal in others]

    def _frame_face(self, frame: Frame) -> AreaFace:
        faces = self._faces
        if not frame.group:
            return AreaFace(self.tr("With no goal yet"), faces.count_insights(len(frame.areas)))
        face = faces.goal(frame.group)
        return AreaFace(face.title, face.detail, named=face.named)

    # --- from one evening to the next ---

    def save_view(self) -> dict[str, Any]:
        """Return what the eye sees: place, zoom and choice."""
        return {
            "canvas": self.canvas.save_view(),
            "outline": self.outline.save_view(),
            "finding": None if self._finding is None else self._finding.save_view(),
            "chosen": list(self.model.chosen),
            "current": self.model.current,
        }

    def restore_view(self, view: Mapping[str, Any]) -> None:
        """Take up what ``save_view`` gave."""
        if self._stale:
            self._build()
        self._zoomed = True
        self.canvas.restore_view(view.get("canvas", {}))
        self.outline.restore_view(view.get("outline", {}))
        if view.get("finding"):
            self._search().restore_view(view["finding"])
        self.model.choose(view.get("chosen", ()), str(view.get("current", "")))


def _home(insight: Entity | None) -> str:
    """Return the goal in whose frame an insight lies, or nothing."""
    goals = insight.goals if isinstance(insight, Insight) else ()
    return goals[0] if goals else ""


def _insights(keys: Sequence[str]) -> list[str]:
    return [key.removeprefix(INSIGHT) for key in keys if key.startswith(INSIGHT)]
