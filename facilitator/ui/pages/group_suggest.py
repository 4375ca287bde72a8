"""Suggested groups on the grouping page: ask, look, accept or refuse; nothing moves by itself.

self.suggest = GroupSuggest(self.desk, self.insights.above, self.tray)
found |= self.suggest.commands()      # in commands(): "suggest"
self.suggest.refresh(changes)         # at the end of refresh()
"suggest": self.suggest.save_view()   # and restore_view(view.get("suggest"))
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QBoxLayout

from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import UserError
from facilitator.services import suggesting
from facilitator.services.suggesting import Question, Refusals, Suggestion, SuggestJob
from facilitator.ui.kit.notices import Notice, refusal
from facilitator.ui.kit.tasks import Handle, Task
from facilitator.ui.pages.group_desk import GroupDesk
from facilitator.ui.widgets.suggestion_card import FIRST_NOTES, SuggestionFace
from facilitator.ui.widgets.suggestion_strip import MOST, SuggestionStrip
from facilitator.ui.widgets.tray_pane import TrayPane

FEWEST = 4
"""With fewer loose notes there is nothing to look for."""
_LOOK = 0.05
_WATCHED = frozenset(("note", "insight"))


class LookForGroups:
    """Work for a TaskRunner: returns the suggestions; cancelling ends the process that looks."""

    def __init__(self, asked: Question) -> None:
        self._asked = asked

    def __call__(self, handle: Handle) -> list[Suggestion]:
        """Look for groups.

        Raises:
            UserError: what ``SuggestJob`` tells.
        """
        found: list[list[Suggestion]] = []
        refused: list[UserError] = []

        def tell(done: int, total: int) -> None:
            handle.report(done / total if total else 0.0)

        job = SuggestJob(self._asked, on_progress=tell, on_done=found.append, on_error=refused.append)
        job.start()
        while not job.join(_LOOK):
            if handle.is_cancelled():
                job.cancel()
                job.join()
        if refused:
            raise refused[0]
        return found[0]


@dataclass
class Evening:
    """What is remembered from one rebuilding of the window to the next.

    Attributes:
        open: The strip is there.
    """

    open: bool = False
    found: list[Suggestion] = field(default_factory=list[Suggestion])
    refusals: Refusals = field(default_factory=Refusals)
    titles: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class _Lit:
    """The hits of the board before a suggestion was looked at, and while it is."""

    before: Container[str] | None
    ours: Container[str] | None


class GroupSuggest(QObject):
    """Fills the strip and does what it asks for."""

    def __init__(self, desk: GroupDesk, place: QBoxLayout, tray: TrayPane) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tray = tray
        self._evening = Evening()
        self._task: Task[list[Suggestion]] | None = None
        self._shown: dict[str, Suggestion] = {}
        self._lit: _Lit | None = None
        self._refused: Suggestion | None = None
        self.strip = SuggestionStrip(desk.context.theme, desk.page)
        place.addWidget(self.strip)
        self.strip.accepted.connect(self._accept)
        self.strip.refused.connect(self._refuse)
        self.strip.looked_at.connect(self._light)
        self.strip.stopped.connect(self._stop)
        self.strip.closed.connect(self.close)
        tray.suggest_wanted.connect(self.ask)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return "suggest" where there is something to look through."""
        if self._desk.session.store.readonly or len(self._desk.faces.facts.tray) < FEWEST:
            return {}
        return {"suggest": self.ask}

    # --- asking ---

    @Slot()
    def ask(self) -> None:
        """Look for groups among the loose notes; where suggestions lie already, go to them."""
        if self._task is not None or (self._evening.open and self._shown):
            self.strip.focus_cards()
            return
        if not self.commands():
            return
        self._evening.open = True
        self.strip.show_looking()
        asked = suggesting.question(self._desk.session.state)
        self._task = self._desk.context.tasks.start(LookForGroups(asked))
        self.destroyed.connect(self._task.cancel)
        self._task.progressed.connect(self._progressed)
        self._task.succeeded.connect(self._found)
        self._task.failed.connect(self._failed)

    @Slot(float, str)
    def _progressed(self, done: float, _text: str) -> None:
        self.strip.set_progress(done)

    @Slot(object)
    def _found(self, found: list[Suggestion]) -> None:
        self._task = None
        self._evening.found = found
        self._show(self.tr("No loose notes are clearly about the same."))
        self.strip.focus_cards()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._task = None
        self.close()
        if isinstance(error, UserError):
            self._desk.page.notice_requested.emit(refusal(self._desk.context.words, error))

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.close()

    @Slot()
    def close(self) -> None:
        """Put the strip away; all notes lie where they lay."""
        inside = self.strip.isAncestorOf(self.strip.window().focusWidget() or self._desk.page)
        self._evening.open = False
        self._evening.titles.clear()
        self._light("")
        self.strip.hide()
        if inside:
            self._desk.focus_scope("tray")

    # --- showing ---

    def _left(self) -> list[Suggestion]:
        """Return what is left of the suggestions: not refused, and of notes that are still loose."""
        state = self._desk.session.state
        loose = {note.id for note in self._desk.faces.facts.tray}
        found: list[Suggestion] = []
        for one in self._evening.found:
            home = state.insight(one.insight) if one.insight else None
            if (one.insight and home is None) or not self._evening.refusals.allows(one):
                continue
            notes = tuple(id for id in one.notes if id in loose)
            if len(notes) >= (1 if home else 2):
                found.append(replace(one, notes=notes, title=home.title if home else one.title))
        return found

    def _show(self, nothing: str = "") -> None:
        left = self._left()
        self._shown = {one.id: one for one in left}
        if left:
            self.strip.show_cards([self._face(one) for one in left[:MOST]], len(left))
            self.strip.set_titles(self._evening.titles)
            return
        hint = self.tr("The other notes stay loose; they need not fit anywhere.")
        if nothing and len(self._evening.refusals):
            hint = self.tr("What was refused tonight does not come back.")
        self.strip.show_nothing(nothing or self.tr("That was all."), hint)

    def _face(self, one: Suggestion) -> SuggestionFace:
        state = self._desk.session.state
        texts = [note.text for id in one.notes[:FIRST_NOTES] if (note := state.note(id)) is not None]
        title = one.title or self._desk.faces.title(one.insight)
        return SuggestionFace(one.id, title, bool(one.insight), one.reasons, tuple(texts), len(one.notes))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Follow what became of the notes."""
        self._tray.offer_suggestions(bool(self.commands()))
        if not self._evening.open or self._task is not None:
            return
        if changes is None or changes.origin == "merge" or _WATCHED & changes.entities:
            self._evening.titles |= self.strip.titles()
            self._show()

    @Slot(str)
    def _light(self, id: str) -> None:
        """Light up the notes of a suggestion: chosen in the tray, hits on a board that shows them."""
        one = self._shown.get(id)
        view, model = self._tray.view, self._desk.board.model
        if one is not None:
            rows = (self._desk.loose_model.row_of(id) for id in one.notes)
            view.select_rows(sorted(row for row in rows if row >= 0))
        elif self._lit is not None:
            view.clearSelection()
        # What a search lit up comes back afterwards, unless it lit up something else meanwhile.
        if self._lit is not None and self._lit.ours is model.hits:
            model.set_hits(self._lit.before)
        self._lit = None
        if one is not None:
            before = model.hits
            if any(map(model.plan.has, one.notes)):
                model.set_hits(frozenset(one.notes))
            self._lit = _Lit(before, model.hits)

    # --- deciding ---

    @Slot(object)
    def _accept(self, wanted: list[tuple[str, str]]) -> None:
        chosen = [replace(self._shown[id], title=title) for id, title in wanted if id in self._shown]
        self._light("")
        done = self._desk.session.run(suggesting.accept, chosen)
        if done is None:
            return
        placed = self.tr("%n note(s) got a place", "", done.notes)
        insights = self.tr("%n insight(s)", "", len(done.insights))
        self._tell(f"{placed} · {insights}", self.tr("Undo"), self._desk.session.undo)

    def _tell(self, text: str, label: str, do: Callable[[], object]) -> None:
        self._desk.page.notice_requested.emit(Notice("info", text, label, do, key="suggest"))

    @Slot(str)
    def _refuse(self, id: str) -> None:
        self._refused = self._shown.get(id)
        if self._refused is None:
            return
        self._evening.refusals.refuse(self._refused)
        self._light("")
        self._evening.titles |= self.strip.titles()
        self._show()
        self._tell(self.tr("This group does not come back tonight."), self.tr("Show it again"), self._again)

    @Slot()
    def _again(self) -> None:
        if self._refused is not None:
            self._evening.refusals.take_back(self._refused)
            self._evening.open = True
            self._show()

    # --- over a rebuilding of the window ---

    def save_view(self) -> Evening:
        """Return what is to be remembered."""
        self._evening.titles |= self.strip.titles()
        return self._evening

    def restore_view(self, view: object) -> None:
        """Take up what ``save_view`` gave; what was being looked for is looked for again."""
        if not isinstance(view, Evening):
            return
        self._evening = view
        if view.open and view.found:
            self._show()
        elif view.open:
            self.ask()
