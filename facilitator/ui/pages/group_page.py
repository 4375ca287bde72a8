"""The page of a step in which notes are bundled into insights, and insights into goals."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QScrollBar, QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.ui.kit.buttons import Segments
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Page, Where
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.pages.group_capture import GroupCapture
from facilitator.ui.pages.group_desk import GroupDesk
from facilitator.ui.pages.group_goals import GoalActions
from facilitator.ui.pages.group_insights import InsightActions
from facilitator.ui.pages.group_notes import GroupNotes
from facilitator.ui.pages.group_suggest import GroupSuggest
from facilitator.ui.pages.group_wishes import GroupWishes
from facilitator.ui.pages.host_side import HostSide
from facilitator.ui.pages.room_vote import RoomVote
from facilitator.ui.widgets.goal_pane import GoalPane
from facilitator.ui.widgets.insight_cards import LARGE_TEXT
from facilitator.ui.widgets.insight_pane import InsightPane
from facilitator.ui.widgets.tray_pane import TrayPane

TRAY_WIDTH, GOAL_WIDTH, MIDDLE_WIDTH = 272, 264, 420
HOST_NEEDS = 560
"""So much wider than on other pages the window must be before the host's side opens by itself."""
SIDES = ("tray", "cards", "goals")


class GroupPage(Page):
    """Loose notes left, insights in the middle, goals right; the host's side behind a tab."""

    def __init__(self, context: Context, step_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self.host = HostSide(self, step_id)
        self.tray = TrayPane(theme, self)
        self.insights = InsightPane(theme, self.tr("What belongs together?"), self)
        self.goals = GoalPane(theme, self)
        self.desk = GroupDesk(self, self.tray, self.insights, self.goals)
        self.on_notes = GroupNotes(self.desk, self.host.step.kinds)
        self.on_insights = InsightActions(self.desk)
        self.on_notes.new_insight_wanted.connect(self._new_insight)
        self.on_goals = GoalActions(self.desk)
        self.on_table = GroupWishes(self.desk, self.on_notes, self.on_insights, self.on_goals)
        self.suggest = GroupSuggest(self.desk, self.insights.above, self.tray)
        self.extra = GroupCapture(self, self.host.step.id, self.host.step.kinds)
        self.room_vote = RoomVote(self, "insight", self.desk.chosen_insights)
        self.goals.vote_wanted.connect(self.room_vote.open)
        self._side = "tray"
        self._folded_left = False
        self._look = "board"
        self._scroll_to: dict[str, int] = {}
        self._tell = QTimer(self)
        self._tell.setSingleShot(True)
        self._tell.timeout.connect(self.commands_changed)
        self._build()
        self.desk.chosen_changed.connect(self._tell.start)
        self.host.pane.folded_changed.connect(self._arrange)
        self.refresh(None)

    def _build(self) -> None:
        theme = self.context.theme
        whole = column(self, theme, spacing=0)
        self._switch_bar = Surface("top", self)
        line = row(self._switch_bar, theme, (4, 16))
        self._sides = {
            "tray": self.tr("Loose notes"),
            "cards": self.tr("Insights"),
            "goals": self.tr("Goals"),
        }
        self.switch = Segments(theme, list(self._sides.items()), "tray", self._switch_bar)
        self.switch.setAccessibleName(self.tr("What is shown"))
        line.addWidget(self.switch)
        line.addStretch(1)
        across = row(None, theme, spacing=0)
        inner = column(holder := QWidget(self), theme, spacing=0)
        inner.addWidget(self._switch_bar)
        three = row(None, theme, spacing=0)
        three.addWidget(self.tray)
        three.addWidget(self.insights, 1)
        three.addWidget(self.goals)
        inner.addLayout(three, 1)
        across.addWidget(holder, 1)
        across.addWidget(self.host.pane)
        whole.addLayout(across, 1)
        whole.addWidget(self.extra.bar)
        if self.context.dialogue.store.readonly:
            self._look_only()
        # The page folds instead of pushing the window wider.
        self.setMinimumWidth(theme.px(300))
        self.switch.chosen.connect(self._show_side)
        for look, side in self.desk.board.sides.items():
            self.insights.add_look(look, side, self.desk.board.views[look])
        self.insights.look_chosen.connect(self.show_look)
        self.on_table.side_wanted.connect(self._reveal)
        self.on_table.find_wanted.connect(self._find)
        self.desk.board.keyboard_wanted.connect(self._to_table)
        self.insights.set_look(self._look)

    def _look_only(self) -> None:
        for pane in (self.tray, self.insights, self.goals):
            pane.set_readonly()
        for view in self.desk.views.values():
            if isinstance(view, QListView):
                view.setDragDropMode(QListView.DragDropMode.NoDragDrop)

    # --- room ---

    def shown_sides(self) -> tuple[str, ...]:
        """Return which of ``SIDES`` are on screen for the width there is."""
        theme = self.context.theme
        host = self.host.pane.maximumWidth() if self.host.pane.isVisibleTo(self) else 0
        room = self.width() - host
        tray, goals, middle = (theme.gap(n) for n in (TRAY_WIDTH, GOAL_WIDTH, MIDDLE_WIDTH))
        if room >= tray + goals + middle:
            return SIDES
        if room >= tray + middle:
            return ("cards", "goals") if self._side == "goals" else ("tray", "cards")
        return (self._side,)

    @Slot()
    def _arrange(self) -> None:
        theme = self.context.theme
        sides = self.shown_sides()
        alone = len(sides) == 1
        everything = sides == SIDES
        shown = {
            self.tray: "tray" in sides and not (everything and self._folded_left),
            self.insights: "cards" in sides,
            self.goals: "goals" in sides,
        }
        # First away, then there: for a moment all of them would push the window wider.
        for pane in sorted(shown, key=lambda pane: shown[pane]):
            pane.setVisible(shown[pane])
        self.desk.board.show(self._look if shown[self.insights] else "")
        self.desk.tray_folded()
        self._switch_bar.setVisible(not everything)
        self.tray.show_heading(everything or theme.scale < LARGE_TEXT)
        self.switch.button("cards").setVisible(alone)
        if not alone and self.switch.value() == "cards":
            self._side = "tray"
        self.switch.set_value(self._side)
        unlimited = 16_777_215
        for pane, width in ((self.tray, TRAY_WIDTH), (self.goals, GOAL_WIDTH)):
            pane.setMinimumWidth(0 if alone else theme.gap(width))
            pane.setMaximumWidth(unlimited if alone else theme.gap(width))

    @Slot(str)
    def show_look(self, look: str) -> None:
        """Show the insights as ``board``, ``cards`` or ``outline``."""
        self._look = look
        self.insights.set_look(look)
        self.desk.board.show(look if self.insights.isVisibleTo(self) else "")
        self.desk.show_bar()
        self._tell.start()

    @Slot(str)
    def _show_side(self, side: str) -> None:
        self._side = side
        self._arrange()

    @Slot(str)
    def _reveal(self, side: str) -> None:
        """Bring a side on screen that is folded or behind the switch."""
        if side == "tray":
            self._folded_left = False
        if side not in self.shown_sides():
            self._side = side
        self._arrange()

    def _fold_left(self) -> None:
        if self.shown_sides() == SIDES:
            self._folded_left = not self._folded_left
            self._arrange()
        else:
            self._reveal("cards" if self._side == "tray" else "tray")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.host.pane.fit(self.width() - self.context.theme.gap(HOST_NEEDS))
        self._arrange()
        self.extra.bar.fit(self.width())

    # --- what the window asks ---

    def refresh(self, changes: ChangeSet | None) -> None:
        if self.room_vote.outdates(changes):
            changes = None
        self.desk.refresh(changes)
        self.goals.vote.setEnabled(self.room_vote.may_open())
        self.suggest.refresh(changes)
        if changes is None or "persona" in changes.entities:
            self.extra.offer_people()
        for side, number in (
            ("tray", len(self.desk.faces.facts.tray)),
            ("cards", len(self.desk.faces.insights)),
            ("goals", len(self.desk.faces.goals)),
        ):
            self.switch.button(side).set_words(f"{self._sides[side]} · {number}")
        self.host.refresh(None if changes is not None and changes.origin == "merge" else changes)
        self._tell.start()

    def reveal(self, where: Where) -> None:
        faces = self.desk.faces
        if where.goal in faces.goals:
            self._reveal("goals")
            self.goals.view.choose_ids([where.goal])
        if where.insight in faces.insights:
            self.desk.unlight()
            self._reveal("cards")
            self.desk.choose_insights([where.insight])
        elif where.note:
            self.tray.view.choose_ids([where.note])

    def first_focus(self) -> QWidget:
        return self.tray.view if self.tray.isVisibleTo(self) else self.insights.focus_look()

    def show_unsaved(self, notes: frozenset[str], state: str) -> None:
        desk = self.desk
        for model in (desk.loose_model, desk.parked_model, desk.notes_model, desk.board.model):
            model.show_unsaved(notes, state)
        self.extra.bar.show_kept(state)

    def panes(self) -> list[QWidget]:
        return [
            self.switch,
            self.tray.view,
            self.tray.parked,
            self.insights.focus_look(),
            self.insights.detail.notes,
            self.goals.view,
            self.extra.bar.field,
            self.host.pane,
        ]

    def commands(self) -> dict[str, Callable[[], object]]:
        desk = self.desk
        found: dict[str, Callable[[], object]] = {
            **self.host.commands(),
            "fold_left": self._fold_left,
            "find": self._find,
            "view_board": lambda: self.show_look("board"),
            "view_list": lambda: self.show_look("cards"),
            "view_outline": lambda: self.show_look("outline"),
            "select_all": self._select_all,
        }
        if self.room_vote.may_open():
            found["room_vote"] = self.room_vote.open
        if desk.session.store.readonly:
            return found
        found |= {
            "capture": self.extra.toggle,
            "new_insight": self._new_insight,
            "new_goal": self.on_goals.new,
            **self.on_notes.commands(),
            **self.suggest.commands(),
        }
        if desk.chosen_insights():
            found |= {"merge": self.on_insights.merge, "split": self.on_insights.split}
            found["link_goal"] = self.on_insights.link
        if desk.scope == "table" and desk.board.picked_insights() and not desk.board.chosen_notes():
            found |= self._order_commands(self.on_insights)
            found |= {"delete_selected": self.on_insights.delete}
        if desk.scope == "cards" and desk.chosen_insights():
            found |= self._order_commands(self.on_insights)
            found |= {"edit_selected": self._edit_insight, "delete_selected": self.on_insights.delete}
        if desk.scope == "goals" and desk.chosen_goals():
            found |= self._order_commands(self.on_goals)
            found |= {"edit_selected": self.on_goals.edit, "delete_selected": self.on_goals.delete}
            found |= {"merge": self.on_goals.merge, "split": self.on_goals.split}
        return found

    def _order_commands(self, of: InsightActions | GoalActions) -> dict[str, Callable[[], object]]:
        return {"move_up": lambda: of.shift(-1), "move_down": lambda: of.shift(1)}

    @Slot()
    def _new_insight(self) -> None:
        self._reveal("cards")
        self.on_insights.new()

    def _edit_insight(self) -> None:
        self._reveal("cards")
        self.on_insights.edit()

    @Slot()
    def _to_table(self) -> None:
        self.desk.focus_scope("table")

    @Slot()
    def _find(self) -> None:
        if self._look != "cards" and self.desk.scope not in ("tray", "parked"):
            self._reveal("cards")
            self.desk.board.find()
            return
        self._reveal("tray")
        self.tray.show_field()

    def _select_all(self) -> None:
        if self.desk.scope == "table":
            self.desk.board.model.choose_all()
            return
        view = self.desk.views[self.desk.scope]
        if isinstance(view, QListView):
            view.selectAll()

    # --- what the eye sees ---

    def save_view(self) -> dict[str, object]:
        desk, bar = self.desk, self.insights.new_bar
        return {
            "scope": desk.scope,
            "look": self._look,
            "table": desk.board.save_view(),
            "chosen": {name: self._ids(name) for name in desk.views},
            "scroll": {name: self._bar(name).value() for name in desk.views},
            "opened": desk.opened if self.insights.is_open() else "",
            "search": self.tray.field.text(),
            "parked": self.tray.is_open(),
            "side": self._side,
            "folded": self._folded_left,
            "naming": None if bar.isHidden() else (list(self.on_insights.pending), bar.field.text()),
            "suggest": self.suggest.save_view(),
            "capture": self.extra.save_view(),
            "host": self.host.save_view(),
        }

    def _ids(self, name: str) -> list[str]:
        view = self.desk.views[name]
        return view.selected_ids()  # pyright: ignore[reportAttributeAccessIssue]

    def _bar(self, name: str) -> QScrollBar:
        view = self.desk.views[name]
        assert isinstance(view, QListView)
        return view.verticalScrollBar()

    def restore_view(self, view: Mapping[str, object]) -> None:
        chosen, scroll = view.get("chosen"), view.get("scroll")
        opened, naming = view.get("opened"), view.get("naming")
        self.tray.set_open(bool(view.get("parked")))
        self.tray.field.setText(str(view.get("search", "")))
        self._side = str(view.get("side", "tray"))
        self._folded_left = bool(view.get("folded"))
        if isinstance(chosen, Mapping):
            for name, ids in chosen.items():
                if ids:
                    self.desk.views[name].choose_ids(ids)  # pyright: ignore[reportAttributeAccessIssue]
        if opened:
            self.desk.open_insight(str(opened))
        if isinstance(scroll, Mapping):
            # Lists know how far they can scroll only once they are laid out.
            self._scroll_to = {str(name): int(value) for name, value in scroll.items()}
            QTimer.singleShot(0, self, self._take_up_scroll)
        if isinstance(naming, tuple):
            self.on_insights.resume_new(list(naming[0]), str(naming[1]))
        self.show_look(str(view.get("look", "board")))
        table = view.get("table")
        if isinstance(table, Mapping):
            self.desk.board.restore_view(table)
        scope = view.get("scope")
        if scope in self.desk.views or scope == "table":
            self.desk.scope = str(scope)
        self.suggest.restore_view(view.get("suggest"))
        self.extra.restore_view(view.get("capture"))
        self.host.restore_view(view.get("host"))
        self._arrange()

    @Slot()
    def _take_up_scroll(self) -> None:
        for name, value in self._scroll_to.items():
            self._bar(name).setValue(value)

    def may_leave(self) -> bool:
        self.insights.detail.commit_typing()
        return True

    def keep_draft(self) -> None:
        self.extra.keep_draft()
