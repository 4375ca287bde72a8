"""The middle of a step page: head, the persona's card when presenting, and the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.board import EVERYONE as ALL_OF_THEM
from facilitator.domain.board import NOBODY as NO_ONE
from facilitator.domain.board import board_key
from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Note, Persona
from facilitator.domain.search_index import Hits
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.persona_text import persona_title
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface
from facilitator.ui.kit.theme import LEAD
from facilitator.ui.pages.finding import Finding
from facilitator.ui.pages.notes_board import LOTS, NotesBoard
from facilitator.ui.pages.notes_head import ALL, BOARD, CARD, MEETING, OUTLINE, STEP, NotesHead
from facilitator.ui.widgets.filter_bar import FilterBar
from facilitator.ui.widgets.persona_card import PersonaCard
from facilitator.ui.widgets.persona_pane import EVERYONE, NOBODY

_NOTES_LEAST = 190


class NotesArea(Surface):
    """Shows the notes of one persona, of nobody, or of everyone; of this step, of all, or of a meeting.

    Signals:
        view_changed: The way of looking (card, board, outline, which notes) was changed by a person.
        notice_wanted: A Notice to show.
    """

    view_changed = Signal()
    notice_wanted = Signal(object)

    def __init__(
        self, context: Context, step_id: str, *, presents: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("page", parent)
        self._context = context
        self._step = step_id
        self._presents = presents
        self._who = EVERYONE
        self._scope = STEP
        theme = context.theme
        self.head = NotesHead(context, presents=presents, parent=self)
        self.filter_bar = FilterBar(theme, context.language, self)
        self.filter_bar.hide()
        self.finding = Finding(context, self.filter_bar, self)
        self.board = NotesBoard(context, self)
        self.card = PersonaCard(theme, context.language, self)
        self.card.setVisible(False)
        self._empty = PlainLabel("", self, font=theme.font(LEAD), tone="quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.board)
        self._stack.addWidget(self._padded(self._empty))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.filter_bar)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.card)
        self._middle.addWidget(self._stack, 1)
        whole.addLayout(self._middle, 1)
        self._connect()

    def _connect(self) -> None:
        self.board.told.connect(self.notice_wanted)
        self.board.area_opened.connect(self._open_area)
        self.finding.found.connect(self._light_up)
        self.filter_bar.entered.connect(self._to_found)
        self.filter_bar.left.connect(self._leave_find)
        self.head.find_wanted.connect(self.open_find)
        self.head.way_chosen.connect(self.set_way)
        self.head.scope_chosen.connect(self.set_scope)
        self.head.arrangement_chosen.connect(self.board.tidy)
        self.head.colouring_chosen.connect(self.board.recolour)

    def _padded(self, label: PlainLabel) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(*(self._context.theme.gap(24),) * 4)
        layout.addWidget(label)
        return box

    # ── what is shown ───────────────────────────────────────────────────────

    @property
    def who(self) -> str:
        """Return whose notes are shown."""
        return self._who

    @property
    def scope(self) -> str:
        """Return which notes are shown: ``STEP``, ``ALL`` or ``MEETING`` with an id."""
        return self._scope

    @property
    def view(self) -> QWidget:
        """Return the view of the notes on screen."""
        return self.board.view

    def _belonging(self) -> Callable[[Note], bool]:
        """Return which living notes are shown now; the answer does not change when the view does."""
        who, scope, step = self._who, self._scope, self._step
        meeting = scope.removeprefix(MEETING) if scope.startswith(MEETING) else ""

        def belongs(note: Note) -> bool:
            right = note.meeting == meeting if meeting else scope == ALL or note.step == step
            return right and who in (EVERYONE, note.persona)

        return belongs

    def _key(self) -> str:
        who = {EVERYONE: ALL_OF_THEM, NOBODY: NO_ONE}.get(self._who, self._who)
        if self._scope.startswith(MEETING):
            return board_key(who, meeting=self._scope.removeprefix(MEETING))
        return board_key(who, step=self._step if self._scope == STEP else "")

    @Slot(object)
    def _light_up(self, hits: Hits | None) -> None:
        self.board.light_up(hits)
        self._show_empty()
        self.view_changed.emit()

    @Slot()
    def open_find(self) -> None:
        """Show the bar to search and filter with the keyboard in it."""
        self.finding.ask()
        self.finding.open()

    def _follow_finding(self, changes: ChangeSet) -> None:
        # Nobody sees the counts of a hidden bar; the index follows by itself.
        if self.finding.hits is not None or not self.filter_bar.isHidden():
            self.finding.refresh(changes)

    def end_find(self) -> None:
        """Show all notes again and take the bar away; the keyboard stays where it is."""
        self.filter_bar.clear()
        if not self.filter_bar.hasFocus() and not self.filter_bar.isAncestorOf(self.focusWidget() or self):
            self.filter_bar.hide()

    @Slot()
    def _to_found(self) -> None:
        hits = self.finding.hits
        if hits is not None and self.board.model.current not in hits:
            first = next((id for id in self.board.ids() if id in hits), "")
            if first:
                self.board.point_out(first)
        self.view.setFocus()

    @Slot()
    def _leave_find(self) -> None:
        self.filter_bar.hide()
        self.view.setFocus()

    def begin(self, who: str) -> None:
        """Say whose notes are shown first, before anything is read."""
        self._who = who

    def show_for(self, who: str) -> None:
        """Show the notes about a persona, about nobody, or all."""
        self._who = who
        self.reload()

    @Slot(str)
    def set_scope(self, scope: str) -> None:
        """Show the notes of this step, of all steps or of one meeting."""
        meeting = scope.removeprefix(MEETING) if scope.startswith(MEETING) else ""
        gone = meeting and self._context.dialogue.state.meeting(meeting) is None
        self._scope = STEP if gone else scope
        self.reload()
        self.view_changed.emit()

    def reload(self) -> None:
        """Read everything anew; what is chosen stays chosen, and the place on each board."""
        self.board.show_board(self._key(), self._belonging())
        self.finding.set_scope(**self._scope_words())
        self._show_head()

    def _scope_words(self) -> dict[str, list[str]]:
        """Return which notes are shown, in the words of the search."""
        found: dict[str, list[str]] = {} if self._who == EVERYONE else {"persona": [self._who]}
        if self._scope.startswith(MEETING):
            found["meeting"] = [self._scope.removeprefix(MEETING)]
        elif self._scope == STEP:
            found["step"] = [self._step]
        return found

    def refresh(self, changes: ChangeSet) -> list[str]:
        """Take over a change; return the ids of the notes that appeared here."""
        if changes.origin == "merge" or len(changes.of("note")) > LOTS:
            self.reload()
            self._follow_finding(changes)
            return []
        appeared = self.board.apply(changes)
        self._follow_finding(changes)
        if changes.entities & {"note", "persona", "meeting", "board"}:
            self._show_head()
        return appeared

    def reveal(self, id: str, *, flash: bool = False) -> None:
        """Bring a note into view."""
        self.board.reveal(id, flash=flash)

    def point_out(self, id: str) -> None:
        """Show one note, whosever and of whatever step it is, and choose it."""
        note = self._context.dialogue.state.note(id)
        if note is None:
            return
        if note.step != self._step and self._scope == STEP:
            self._scope = ALL
        if not self._belonging()(note):
            self._who = EVERYONE
        self.reload()
        self.board.point_out(id)

    def _persona(self) -> Persona | None:
        return self._context.dialogue.state.persona(self._who)

    def _show_head(self) -> None:
        state = self._context.dialogue.state
        persona = self._persona()
        count = self.board.count
        if persona is not None:
            self.head.title.setText(persona_title(persona, self._context.language))
        else:
            everyone = self._who == EVERYONE
            self.head.title.setText(self.tr("Everyone") if everyone else self.tr("Nobody in particular"))
        meetings = [(meeting.id, meeting.name) for meeting in state.meetings]
        self.head.show_scope(self._scope, meetings)
        board = state.board(self.board.key)
        changeable = not self._context.dialogue.store.readonly
        self.head.show_arrangement(board.arrangement, board.colouring, changeable=changeable)
        notes = self.tr("%n note(s)", "", count)
        self.head.count.setText(f"{notes} {self._where()}")
        self._show_empty()
        if persona is not None and self._presents:
            self.card.show_persona(persona)
        self._fit()

    def _show_empty(self) -> None:
        persona, hits = self._persona(), self.finding.hits
        name = persona.name if persona is not None else self.tr("nobody in particular")
        words = self.tr("No notes about {name} yet. Type below what is said and press Enter.")
        if self._who == EVERYONE:
            words = self.tr("No notes yet. Type below what is said and press Enter.")
        none_found = hits is not None and len(hits) == 0 and self.board.count > 0
        if none_found:
            words = self.tr("No note found with these words. Esc shows all notes again.")
        self._empty.setText(words.format(name=name))
        self._stack.setCurrentIndex(0 if self.board.count and not none_found else 1)

    def _where(self) -> str:
        if self._scope == ALL:
            return self.tr("in all steps")
        return self.tr("in this step") if self._scope == STEP else self.tr("of this meeting")

    # ── ways of looking ─────────────────────────────────────────────────────

    @Slot(str)
    def set_way(self, way: str) -> None:
        """Look as ``card`` (when this step presents), ``board`` or ``outline``."""
        if way in self.head.ways.values():
            self.head.ways.set_value(way)
        self.board.set_outline(way == OUTLINE)
        self._fit()
        self.view_changed.emit()

    @Slot(str)
    def _open_area(self, key: str) -> None:
        """Show the notes of an area as a list, with the keyboard on it."""
        self.set_way(OUTLINE)
        self.board.outline.reveal(key, flash=True)
        self.view.setFocus()

    def _fit(self) -> None:
        theme = self._context.theme
        self.head.fit(self.width(), self.height())
        presents = self._presents and self.head.ways.value() == CARD and self._persona() is not None
        self.card.setVisible(presents)
        room_for_card = theme.gap(12) if presents else 0
        self._middle.setContentsMargins(room_for_card, room_for_card, room_for_card, 0)
        if not presents:
            self._stack.setVisible(True)
            return
        least = theme.px(_NOTES_LEAST)
        room = max(0, self.height() - self.head.sizeHint().height() - theme.gap(16))
        wanted = self.card.wanted_height(self.width() - theme.gap(24))
        # Reading aloud comes first: the notes share the place only where both can be read.
        with_notes = self.board.count > 0 and room >= 2 * least
        self._stack.setVisible(with_notes)
        self.card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        if with_notes:
            self.card.setFixedHeight(min(wanted, room - least))
        else:
            self.card.setMinimumHeight(theme.px(60))
            self.card.setMaximumHeight(16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # The head rearranges itself: what it holds now must not keep the window from getting narrower.
        return QSize(self._context.theme.px(240), self._context.theme.px(120))

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the actions of this area."""
        return {
            "view_board": lambda: self.set_way(BOARD),
            "view_outline": lambda: self.set_way(OUTLINE),
            "find": self.open_find,
            **self.board.commands(),
            **({"clear_filter": self.end_find} if self.finding.hits is not None else {}),
        }

    def mark(self, ids: Iterable[str], state: str) -> None:
        """Mark notes as ``waiting`` for the disk or ``saved``."""
        self.board.mark(ids, state)

    def save_view(self) -> dict[str, object]:
        """Return the way of looking, which notes, and what is chosen."""
        return {
            "way": self.head.ways.value(),
            "scope": self._scope,
            "board": self.board.save_view(),
            "finding": self.finding.save_view(),
        }

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Take up what ``save_view`` gave."""
        self.set_scope(str(view.get("scope", STEP)))
        self.set_way(str(view.get("way", "")) or self.head.ways.value())
        board = view.get("board")
        if isinstance(board, Mapping):
            self.board.restore_view(board)
        self.finding.restore_view(view.get("finding"))
        self.filter_bar.setVisible(self.finding.hits is not None)
