"""The middle of a step page: title, the persona's card when presenting, and the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Note, Persona
from facilitator.domain.text import fold
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.buttons import Button, IconButton, Segments
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.persona_text import persona_title
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, row
from facilitator.ui.kit.theme import LEAD, SMALL, TITLE
from facilitator.ui.models.note_list import NoteListModel
from facilitator.ui.pages.note_faces import NoteFaces
from facilitator.ui.widgets.find_bar import FindBar
from facilitator.ui.widgets.note_view import MODES, NoteView
from facilitator.ui.widgets.persona_card import PersonaCard
from facilitator.ui.widgets.persona_pane import EVERYONE

CARD = "card"
LOTS = 400
"""A change of more notes than this is read anew instead of row by row."""
_HEAD_ROOMY = 720
_HEAD_TALL = 340
_NOTES_LEAST = 190


class NotesArea(Surface):
    """Shows the notes of one persona, of nobody, or of everyone; of this step or of all.

    Signals:
        view_changed: The way of looking (card, board, list, steps) was changed by a person.
    """

    view_changed = Signal()

    def __init__(
        self, context: Context, step_id: str, *, presents: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("page", parent)
        self._context = context
        self._step = step_id
        self._presents = presents
        self._who = EVERYONE
        self._sought: list[str] = []
        theme = context.theme
        self.finder = FindBar(theme, self)
        self.finder.sought.connect(self._seek)
        self.finder.closed.connect(self._end_find)
        self.faces = NoteFaces(context, self)
        self.model = NoteListModel(self.faces, self)
        self.view = NoteView(theme, self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Notes"))
        self.card = PersonaCard(theme, context.language, self)
        self.card.setVisible(False)
        self._empty = PlainLabel("", self, font=theme.font(LEAD), tone="quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._padded(self._empty))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addWidget(self.finder)
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(theme.gap(12), theme.gap(8), theme.gap(4), 0)
        self._middle.setSpacing(theme.gap(8))
        self._middle.addWidget(self.card)
        self._middle.addWidget(self._stack, 1)
        whole.addLayout(self._middle, 1)

    def _padded(self, label: PlainLabel) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(*(self._context.theme.gap(24),) * 4)
        layout.addWidget(label)
        return box

    def _head(self) -> Surface:
        theme = self._context.theme
        head = Surface("top", self)
        self._head_line = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        self._head_line.setContentsMargins(theme.gap(20), theme.gap(10), theme.gap(16), theme.gap(10))
        self._head_line.setSpacing(theme.gap(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = ElidedLabel("", head, font=theme.font(TITLE, bold=True))
        self.title.setMinimumWidth(theme.px(120))
        self._count = PlainLabel("", head, font=theme.font(SMALL), tone="quiet")
        words.addWidget(self.title)
        words.addWidget(self._count)
        self._head_line.addLayout(words, 1)
        tools = row(None, theme, spacing=6)
        find = self.tr("Find notes ({keys})").format(keys=keys_text("Ctrl+F"))
        self.find_button = IconButton(theme, "search", find, head, variant="secondary")
        self.find_button.clicked.connect(self.finder.open_bar)
        tools.addWidget(self.find_button)
        self.steps = Button(theme, self.tr("All steps"), head, variant="segment")
        self.steps.setCheckable(True)
        self.steps.toggled.connect(self._on_steps)
        ways = [("board", self.tr("Board"), "board"), ("list", self.tr("List"), "list")]
        if self._presents:
            ways.insert(0, (CARD, self.tr("Card"), "person"))
        self.ways = Segments(theme, ways, ways[0][0], head)
        self.ways.setAccessibleName(self.tr("View"))
        self._way_words = {value: words for value, words, _icon in ways}
        for value, words in self._way_words.items():
            self.ways.button(value).setAccessibleName(words)
            plain_tooltip(self.ways.button(value), words)
        self.ways.chosen.connect(self.set_way)
        tools.addWidget(self.steps)
        tools.addWidget(self.ways)
        tools.addStretch(0)
        self._head_line.addLayout(tools)
        return head

    # ── what is shown ───────────────────────────────────────────────────────

    @property
    def who(self) -> str:
        """Return whose notes are shown."""
        return self._who

    def belongs(self, note: Note) -> bool:
        """Tell whether a living note is shown here now."""
        right_step = self.steps.isChecked() or note.step == self._step
        if not right_step or self._who not in (EVERYONE, note.persona):
            return False
        if not self._sought:
            return True
        text = fold(note.text)
        return all(word in text for word in self._sought)

    @Slot(str)
    def _seek(self, text: str) -> None:
        wanted = fold(text).split()
        if wanted != self._sought:
            self._sought = wanted
            self.reload(anew=True)

    def end_find(self) -> None:
        """Show all notes again; the keyboard stays where it is."""
        if not self.finder.isHidden():
            self.finder.blockSignals(True)
            self.finder.close_bar()
            self.finder.blockSignals(False)
            self._seek("")

    @Slot()
    def _end_find(self) -> None:
        self.view.setFocus()

    def show_for(self, who: str) -> None:
        """Show the notes about a persona, about nobody, or all."""
        self._who = who
        self.reload(anew=True)

    def reload(self, *, anew: bool = False) -> None:
        """Read everything anew; what is chosen stays chosen, and the place unless other notes are shown."""
        chosen = self.view.selected_ids()
        bar = self.view.verticalScrollBar()
        place = bar.value()
        at_end = anew or place >= bar.maximum()
        self.faces.forget()
        self.model.show(note for note in self._context.dialogue.state.notes if self.belongs(note))
        rows = [place for id in chosen if (place := self.model.row_of(id)) >= 0]
        if rows:
            self.view.select_rows(rows)
        elif at_end:
            self.view.scrollToBottom()
        else:
            self._scroll_to(place)
        self._show_head()

    def _scroll_to(self, place: int) -> None:
        # The list knows how far it can scroll only once it is laid out.
        self.view.doItemsLayout()
        self.view.verticalScrollBar().setValue(place)

    def refresh(self, changes: ChangeSet) -> list[str]:
        """Take over changed notes; return the ids of those that appeared here."""
        notes = changes.of("note")
        if changes.origin == "merge" or len(notes) > LOTS or "persona" in changes.entities:
            self.reload()
            return []
        appeared = self.model.apply(notes, self.belongs)
        current = self.view.currentIndex()
        if any(change.vanished for change in notes) and self.view.hasFocus() and current.isValid():
            # So that one can go on by keyboard after deleting.
            self.view.select_rows(self._chosen_rows() or [current.row()])
        if notes:
            self._show_head()
        return appeared

    def _chosen_rows(self) -> list[int]:
        return [self.model.row_of(id) for id in self.view.selected_ids()]

    def reveal(self, id: str) -> None:
        """Scroll to a note."""
        self.view.reveal_row(self.model.row_of(id))

    def _persona(self) -> Persona | None:
        return self._context.dialogue.state.persona(self._who)

    def _show_head(self) -> None:
        persona = self._persona()
        count = self.model.rowCount()
        if persona is not None:
            self.title.setText(persona_title(persona, self._context.language))
            name = persona.name
        else:
            name = self.tr("nobody in particular")
            self.title.setText(
                self.tr("Everyone") if self._who == EVERYONE else self.tr("Nobody in particular")
            )
        notes = self.tr("%n note(s)", "", count)
        where = self.tr("in all steps") if self.steps.isChecked() else self.tr("in this step")
        self._count.setText(f"{notes} {where}")
        nothing = self.tr("No notes about {name} yet. Type below what is said and press Enter.")
        if self._sought:
            nothing = self.tr("No note found with these words.")
        elif self._who == EVERYONE:
            nothing = self.tr("No notes yet. Type below what is said and press Enter.")
        self._empty.setText(nothing.format(name=name))
        self.finder.set_found(count)
        self._stack.setCurrentIndex(0 if count else 1)
        if persona is not None and self._presents:
            self.card.show_persona(persona)
        self._fit()

    # ── ways of looking ─────────────────────────────────────────────────────

    @Slot(str)
    def set_way(self, way: str) -> None:
        """Look as ``card`` (when this step presents), ``board`` or ``list``."""
        if way in self.ways.values():
            self.ways.set_value(way)
        self.view.set_mode(way if way in MODES else "board")
        self._fit()
        self.view_changed.emit()

    @Slot(bool)
    def _on_steps(self, _on: bool) -> None:
        self.reload(anew=True)
        self.view_changed.emit()

    def _fit(self) -> None:
        theme = self._context.theme
        self._fit_head()
        presents = self._presents and self.ways.value() == CARD and self._persona() is not None
        self.card.setVisible(presents)
        if not presents:
            self._stack.setVisible(True)
            return
        least = theme.px(_NOTES_LEAST)
        room = max(0, self.height() - self._head_line.sizeHint().height() - theme.gap(16))
        wanted = self.card.wanted_height(self.width() - theme.gap(24))
        # Reading aloud comes first: the notes share the place only where both can be read.
        with_notes = self.model.rowCount() > 0 and room >= 2 * least
        self._stack.setVisible(with_notes)
        self.card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        if with_notes:
            self.card.setFixedHeight(min(wanted, room - least))
        else:
            self.card.setMinimumHeight(theme.px(60))
            self.card.setMaximumHeight(16_777_215)

    def _fit_head(self) -> None:
        theme = self._context.theme
        # Where height is scarce, only the notes may have it: one line, small, the ways as icons.
        scarce = self.height() < theme.px(_HEAD_TALL)
        self._count.setVisible(not scarce)
        self.title.setFont(theme.font(LEAD if scarce else TITLE, bold=True))
        roomy = scarce or self.width() >= theme.px(_HEAD_ROOMY)
        way = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        if self._head_line.direction() != way:
            self._head_line.setDirection(way)
        upright = theme.gap(4 if scarce else 10)
        self._head_line.setContentsMargins(theme.gap(20), upright, theme.gap(16), upright)
        for value, words in self._way_words.items():
            button = self.ways.button(value)
            if button.words() != ("" if scarce else words):
                button.set_words("" if scarce else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # The head rearranges itself: what it holds now must not keep the window from getting narrower.
        return QSize(self._context.theme.px(240), self._context.theme.px(120))

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the actions of this area."""
        return {
            "view_board": lambda: self.set_way("board"),
            "view_list": lambda: self.set_way("list"),
            "select_all": self.view.selectAll,
            "find": self.finder.open_bar,
        }

    def mark(self, ids: Iterable[str], state: str) -> None:
        """Mark notes as ``waiting`` for the disk or ``saved``."""
        self.model.set_state(ids, state)

    def save_view(self) -> dict[str, object]:
        """Return the way of looking and what is chosen."""
        return {
            "way": self.ways.value(),
            "all_steps": self.steps.isChecked(),
            "chosen": self.view.selected_ids()[:LOTS],
            "scroll": self.view.verticalScrollBar().value(),
            "at_end": self.view.verticalScrollBar().value() >= self.view.verticalScrollBar().maximum(),
            "sought": None if self.finder.isHidden() else self.finder.field.text(),
        }

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Take up what ``save_view`` gave."""
        self.set_way(str(view.get("way", "")) or self.ways.value())
        self.steps.setChecked(bool(view.get("all_steps")))
        chosen = view.get("chosen")
        rows = [self.model.row_of(str(id)) for id in chosen] if isinstance(chosen, list) else []
        self.view.select_rows([place for place in rows if place >= 0])
        sought, scroll = view.get("sought"), view.get("scroll")
        if isinstance(sought, str):
            self.finder.resume(sought)
            self._seek(sought)
        if isinstance(scroll, int) and not view.get("at_end"):
            # After the page has got its size.
            QTimer.singleShot(0, self.view, lambda: self._scroll_to(scroll))
