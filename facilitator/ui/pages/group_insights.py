"""What one does with insights: make, open, name, link, merge, split, order, delete."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from facilitator.services import grouping
from facilitator.ui.dialogs.insight_dialog import LinkDialog
from facilitator.ui.dialogs.merge_dialog import MergeDialog
from facilitator.ui.dialogs.move_dialog import MoveDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.pages.group_desk import GroupDesk
from facilitator.ui.pages.group_menu import Wish, card_menu


def shifted(order: list[str], chosen: list[str], step: int) -> list[str]:
    """Return ``order`` with the chosen ones one place earlier (-1) or later (+1), together."""
    wanted = set(chosen)
    found = list(order)
    places = range(len(found)) if step < 0 else range(len(found) - 1, -1, -1)
    for place in places:
        other = place + step
        if found[place] in wanted and 0 <= other < len(found) and found[other] not in wanted:
            found[place], found[other] = found[other], found[place]
    return found


def put_before(order: list[str], chosen: list[str], row: int) -> list[str]:
    """Return ``order`` with the chosen ones together before what stands at ``row`` now."""
    wanted = set(chosen)
    before = [id for id in order[:row] if id not in wanted]
    after = [id for id in order[row:] if id not in wanted]
    return [*before, *(id for id in order if id in wanted), *after]


def spread(whole: list[str], seen: list[str]) -> list[str]:
    """Return ``whole`` with the seen ones in their new order on the places they had together."""
    turn = iter(seen)
    known = set(seen)
    return [next(turn) if id in known else id for id in whole]


class InsightActions(QObject):
    """Acts on the chosen insights of a desk."""

    def __init__(self, desk: GroupDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.pending: list[str] = []
        pane = desk.insights
        pane.asked.connect(self._asked)
        pane.cards.opened.connect(self.open)
        pane.cards.left.connect(self._escape)
        pane.cards.menu_wanted.connect(self.show_menu)
        if desk.session.store.readonly:
            return
        pane.cards.delete_asked.connect(self.delete)
        pane.cards.moved.connect(self._moved)
        pane.cards.dropped.connect(self._dropped)
        pane.new_bar.named.connect(self.named)
        pane.new_bar.cancelled.connect(self.cancel_new)
        pane.detail.asked.connect(self._detail_asked)
        pane.detail.title_committed.connect(self._rename)
        pane.detail.description_committed.connect(self._describe)
        pane.detail.goal_ticked.connect(self._tick)

    @Slot(str)
    def _asked(self, wish: str) -> None:
        calls = {
            "new": self.new,
            "open": self.open_chosen,
            "link": self.link,
            "merge": self.merge,
            "split": self.split,
            "delete": self.delete,
        }
        calls[wish]()

    @Slot(str)
    def _detail_asked(self, wish: str) -> None:
        desk = self._desk
        if desk.scope not in ("detail", "cards"):
            desk.scope = "detail"
        if desk.opened and wish != "split":
            desk.choose_insights([desk.opened])
        self._asked(wish)

    def menu(self) -> QMenu:
        """Return the menu for the chosen insights."""
        one = len(self._desk.chosen_insights()) == 1
        wishes = [
            Wish("open", self.tr("Open"), "eye", "Return", self.open_chosen),
            Wish("edit", self.tr("Rename"), "edit", "F2", self.edit),
            Wish("link", self.tr("Goals…"), "link", "Ctrl+L", self.link),
            Wish("merge", self.tr("Merge…"), "merge", "Ctrl+E", self.merge),
            Wish("split", self.tr("Split…"), "split", "Ctrl+Shift+E", self.split),
            Wish("delete", self.tr("Delete"), "trash", "Del", self.delete),
        ]
        shown = [wish for wish in wishes if one or wish.name in ("link", "merge", "delete")]
        if self._desk.session.store.readonly:
            shown = [wish for wish in shown if wish.name == "open"]
        return card_menu(self._desk.context.theme, self._desk.page, shown)

    @Slot(object)
    def show_menu(self, place: QPoint) -> None:
        """Show what can be done with the chosen insights."""
        menu = self.menu()
        menu.exec(place)
        menu.deleteLater()

    @Slot()
    def _escape(self) -> None:
        if self._desk.insights.is_open():
            self._desk.insights.close_detail()
        else:
            self._desk.insights.cards.clearSelection()

    def new(self) -> None:
        """Ask the name of a new insight in place; the chosen notes go under it."""
        bar = self._desk.insights.new_bar
        self._ask_name(self._desk.chosen_notes(), bar.field.text() if bar.isVisible() else "")

    @Slot(str, str, object)
    def _dropped(self, kind: str, insight: str, ids: list[str]) -> None:
        if kind == MIME_NOTES and not insight:
            self._ask_name(ids)

    def begin(self, ids: list[str]) -> None:
        """Ask the name of a new insight for these notes."""
        self._ask_name(ids)

    def _ask_name(self, ids: list[str], text: str = "") -> None:
        self.pending = ids
        if ids:
            lead = self.tr("New insight with %n note(s)", "", len(ids))
        else:
            lead = self.tr("New insight, still without notes")
        self._desk.insights.new_bar.open(lead, text)

    def resume_new(self, ids: list[str], text: str) -> None:
        """Take up the naming that an earlier page of this class was busy with."""
        self._ask_name(ids, text)

    @Slot(str)
    def named(self, title: str) -> None:
        """Make the insight that was being named."""
        desk = self._desk
        state = desk.session.state
        ids = [id for id in self.pending if state.note(id) is not None]
        goals = [desk.lit] if desk.lit else []
        made = desk.session.run(grouping.new_insight, title, ids, "", goals)
        if made is None:
            return
        self.pending = []
        desk.choose_insights([made])
        if desk.insights.is_open():
            desk.open_insight(made)
        desk.go_on_with_notes()
        desk.insights.new_bar.hide()

    @Slot()
    def cancel_new(self) -> None:
        """Leave the naming."""
        self.pending = []
        self._desk.focus_scope()
        self._desk.insights.new_bar.hide()

    @Slot(str)
    def open(self, id: str) -> None:
        """Show an insight with its notes; the keyboard goes to the notes."""
        desk = self._desk
        desk.open_insight(id)
        desk.scope = "detail"
        desk.insights.detail.entry().setFocus()

    def open_chosen(self) -> None:
        """Open the chosen insight."""
        ids = self._desk.chosen_insights()
        if ids:
            self.open(ids[0])

    def edit(self) -> None:
        """Open the chosen insight with the cursor in its name."""
        ids = self._desk.chosen_insights()
        if ids:
            self._desk.open_insight(ids[0])
            title = self._desk.insights.detail.title
            title.setFocus()
            title.selectAll()

    @Slot(str, str)
    def _rename(self, id: str, text: str) -> None:
        if self._desk.session.state.insight(id) is not None:
            self._desk.session.run(grouping.update_insight, id, title=text)

    @Slot(str, str)
    def _describe(self, id: str, text: str) -> None:
        if self._desk.session.state.insight(id) is not None:
            self._desk.session.run(grouping.update_insight, id, description=text)

    @Slot(str, str, bool)
    def _tick(self, id: str, goal: str, on: bool) -> None:
        self._desk.session.run(grouping.link_goal if on else grouping.unlink_goal, id, goal)

    def link(self) -> None:
        """Ask which goals the chosen insights bear on."""
        desk, faces = self._desk, self._desk.faces
        ids = desk.chosen_insights()
        if not ids:
            return
        if not faces.goals:
            desk.say(self.tr("There are no goals yet. Make one first, on the right."))
            return
        serves = {id: set(faces.goals_of(id)) for id in ids}
        states: list[bool | None] = []
        for goal in faces.goals:
            number = sum(goal in goals for goals in serves.values())
            states.append(None if 0 < number < len(ids) else number > 0)
        lines = [(goal, faces.goal_title(goal)) for goal in faces.goals]
        wanted = LinkDialog.ask(desk.context, desk.page, [faces.title(id) for id in ids], lines, states)
        if wanted is None:
            return
        links = {
            id: [goal for goal, on in wanted.items() if (goal in goals if on is None else on)]
            for id, goals in serves.items()
        }
        desk.session.run(grouping.set_goals, links)
        desk.focus_scope()

    def merge(self) -> None:
        """Ask which insights go together and which name stays."""
        desk, faces = self._desk, self._desk.faces
        ids = desk.chosen_insights()
        if len(ids) == 1:
            title = self.tr("Which insight does ‘{title}’ belong with?").format(title=faces.title(ids[0]))
            choice = MoveDialog.ask(
                desk.context, desk.page, title, faces.targets(frozenset(ids)), self.tr("See what happens")
            )
            ids = [*ids, choice.id] if choice is not None and choice.id else []
        self.merge_these(ids)

    def merge_these(self, ids: list[str]) -> None:
        """Ask which name stays when these insights go together, and let them."""
        desk, faces = self._desk, self._desk.faces
        if len(ids) < 2:
            return
        heading = self.tr("Merge %n insight(s)", "", len(ids))
        into = MergeDialog.ask(
            desk.context,
            desk.page,
            heading,
            [faces.party(id) for id in ids],
            lambda k: faces.told_insights(k, ids),
        )
        if into is None:
            return
        others = [id for id in ids if id != into]
        desk.session.run(grouping.merge_insights, into, others)
        if desk.session.state.insight(others[0]) is not None:
            return
        desk.choose_insights([into])
        if desk.insights.is_open():
            desk.open_insight(into)
        desk.focus_scope()
        desk.say(self.tr("The insights are merged."), undo=True)

    def split(self) -> None:
        """Ask which notes of the opened or chosen insight go to a new one."""
        desk, faces = self._desk, self._desk.faces
        id, chosen = self._to_split()
        if not id:
            return
        lines = [(note.id, note.text) for note in faces.notes_of(id)]
        if not lines:
            desk.say(self.tr("This insight has no notes to split off."))
            return
        answer = SplitDialog.ask(
            desk.context, desk.page, self.tr("Split the insight"), faces.title(id), lines, chosen
        )
        if answer is None:
            return
        made = desk.session.run(grouping.split_insight, id, answer.ids, answer.title)
        if made is not None:
            desk.insights.cards.scrollTo(desk.insight_model.index(max(desk.insight_model.row_of(made), 0)))
            desk.board.reveal_insight(made)
        desk.focus_scope()

    def _to_split(self) -> tuple[str, list[str]]:
        """Return the insight to split and the notes that are chosen in it already."""
        desk = self._desk
        if desk.scope == "table":
            ids = desk.chosen_insights()
            return (ids[0], desk.board.chosen_notes()) if ids else ("", [])
        inside = desk.scope == "detail" or bool(desk.opened and not desk.picked_insights())
        ids = [desk.opened] if inside and desk.opened else desk.chosen_insights()
        if not ids:
            return "", []
        return ids[0], desk.insights.detail.notes.selected_ids() if ids[0] == desk.opened else []

    def delete(self) -> None:
        """Delete the chosen insights; their notes go back to the tray."""
        desk = self._desk
        ids = desk.chosen_insights()
        if not ids:
            return
        desk.session.run(grouping.delete_insights, ids)
        if desk.scope != "table":
            desk.scope = "cards"
        desk.focus_scope()
        if desk.session.state.insight(ids[0]) is not None:
            return
        desk.say(self.tr("%n insight(s) deleted; the notes are loose again.", "", len(ids)), undo=True)

    def shift(self, step: int) -> None:
        """Move the chosen insights one place earlier (-1) or later (+1)."""
        seen = self._desk.insight_model.ids()
        self._order(shifted(seen, self._desk.chosen_insights(), step))

    @Slot(object, int)
    def _moved(self, ids: list[str], row: int) -> None:
        self._order(put_before(self._desk.insight_model.ids(), ids, row))

    def _order(self, seen: list[str]) -> None:
        if seen != self._desk.insight_model.ids():
            whole = spread(list(self._desk.faces.insights), seen)
            self._desk.session.run(grouping.reorder, "insight", whole)
            cards = self._desk.insights.cards
            cards.scrollTo(cards.currentIndex())
