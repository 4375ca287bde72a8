"""One suggested group: its name, which may be changed, why these notes, the first of them, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.buttons import Button, IconButton, presses
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, SMALL, Theme
from facilitator.ui.widgets.insight_cards import LARGE_TEXT

WIDTH, LARGE_WIDTH, NARROWEST = 290, 400, 180
FIRST_NOTES = 3
_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_F2,
    Qt.Key.Key_Escape,
)


@dataclass(frozen=True, slots=True)
class SuggestionFace:
    """What a card shows of a suggestion.

    Attributes:
        title: The proposed name, or that of the insight the notes would join.
        joins: The notes would join an insight that is there already; its name is not changed here.
        reasons: The words the notes share.
        notes: Texts of the first notes.
        count: Number of notes.
    """

    id: str
    title: str
    joins: bool
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    count: int


class _Name(LineField):
    """The name; Enter accepts the group, Escape brings the proposed name or goes back to the card."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class SuggestionCard(Surface):
    """A card that has the keyboard as a whole; its name field and buttons can be reached too.

    Signals (the first word is always the id of the suggestion):
        accepted: The group is wanted.
        refused: This one is not.
        stepped: -1 or 1 to the card beside it, -1000 or 1000 to the first or last.
        looked_at: The pointer or the keyboard came here, or left.
        closed: Escape; without an id.
    """

    accepted = Signal(str)
    refused = Signal(str)
    stepped = Signal(str, int)
    looked_at = Signal(str, bool)
    closed = Signal()

    def __init__(self, theme: Theme, face: SuggestionFace, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._theme = theme
        self.face = face
        self._large = theme.scale >= LARGE_TEXT
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(theme.gap(LARGE_WIDTH if self._large else WIDTH))
        self.name = _Name(theme, self, size=BODY, bold=True)
        self.name.setProperty("bare", True)
        self.name.setAccessibleName(self.tr("Name of the new insight"))
        self.name.set_committed(face.title)
        self.name.setVisible(not face.joins)
        self.joined = ElidedLabel(face.title, self, font=theme.font(BODY, bold=True))
        self.joined.setVisible(face.joins)
        self.count = PlainLabel("", self, font=theme.font(SMALL), tone="quiet")
        self.why = ElidedLabel("", self, font=theme.font(SMALL), tone="primary")
        self.notes = [
            ElidedLabel("", self, font=theme.font(SMALL)) for _ in range(0 if self._large else FIRST_NOTES)
        ]
        self._lay_out()
        self.name.left.connect(self.setFocus)
        self.name.returnPressed.connect(self._accept)
        self.show_face(face)

    def _lay_out(self) -> None:
        theme, lines = self._theme, QVBoxLayout()
        lines.setSpacing(theme.gap(0 if self._large else 4))
        lines.addWidget(self.name)
        for label in (self.joined, *(() if self._large else (self.count,)), self.why, *self.notes):
            # As far in as the words in the field above.
            inset = row(None, theme, (0, 0, 0, 13))
            inset.addWidget(label, 1)
            lines.addLayout(inset)
        self.count.setVisible(not self._large)
        if self._large:
            # Height is dear at large text: the buttons stand beside the words.
            whole = row(self, theme, (2, 8, 4, 2), spacing=6)
            whole.addLayout(lines, 1)
            whole.addLayout(self._buttons())
            return
        inside = column(self, theme, (6, 10, 8, 2), spacing=4)
        inside.addLayout(lines)
        inside.addStretch(1)
        below = row(None, theme, (4, 0, 0, 11))
        below.addLayout(self._buttons())
        below.addStretch(1)
        inside.addLayout(below)

    def _buttons(self) -> QHBoxLayout:
        theme = self._theme
        line = row(None, theme, spacing=6)
        accept, refuse = self.tr("Accept"), self.tr("Not this one")
        if self._large:
            self.take: Button = IconButton(theme, "check", accept, self, variant="primary")
            self.drop: Button = IconButton(theme, "close", refuse, self)
        else:
            self.take = Button(theme, accept, self, variant="chip", icon="check")
            self.drop = Button(theme, refuse, self, variant="quiet")
        plain_tooltip(self.take, f"{accept} ({keys_text('Return')})")
        plain_tooltip(self.drop, f"{refuse} ({keys_text('Del')})")
        line.addWidget(self.take)
        line.addWidget(self.drop)
        self.take.clicked.connect(self._accept)
        self.drop.clicked.connect(self._refuse)
        return line

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit(self.face.id)

    @Slot()
    def _refuse(self) -> None:
        self.refused.emit(self.face.id)

    def show_face(self, face: SuggestionFace) -> None:
        """Show what became of the suggestion; a name somebody gave it stays."""
        self.face = face
        self.joined.setText(face.title)
        number = self.tr("%n note(s)", "", face.count)
        where = self.tr("to an insight that is there") if face.joins else self.tr("a new insight")
        self.count.setText(f"{number} · {where}")
        shared = self.tr("Shared: {words}").format(words=", ".join(face.reasons))
        self.why.setText(f"{face.count} · {shared}" if self._large else shared)
        for label, text in zip(self.notes, (*face.notes, "", "", ""), strict=False):
            label.setText(f"– {text}" if text else "")
        spoken = [face.title, number, where, shared, *face.notes]
        self.setAccessibleName(". ".join(spoken))
        for button, words in ((self.take, self.tr("Accept")), (self.drop, self.tr("Not this one"))):
            button.setAccessibleName(f"{words}: {face.title}")

    def title(self) -> str:
        """Return the name as it stands in the field."""
        return self.face.title if self.face.joins else self.name.text()

    def fit(self, room: int) -> None:
        """Be as wide as wanted, but not wider than ``room`` pixels, as far as that can be."""
        wanted = self._theme.gap(LARGE_WIDTH if self._large else WIDTH)
        self.setFixedWidth(min(wanted, max(room, self._theme.gap(NARROWEST))))

    def set_title(self, title: str) -> None:
        """Give it the name somebody typed before."""
        self.name.set_committed(title)

    def edit_name(self) -> None:
        """Put the cursor in the name, if it can be changed."""
        if not self.face.joins:
            self.name.setFocus()
            self.name.selectAll()

    # --- keyboard and pointer ---

    def event(self, event: QEvent) -> bool:
        # Delete and F2 are keys of the page too; here they mean this card.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.hasFocus()
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            and event.key() in _KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -1000,
            Qt.Key.Key_End: 1000,
        }
        key = Qt.Key(event.key())
        if not self.hasFocus():
            super().keyPressEvent(event)
        elif presses(event):
            self._accept()
        elif key in steps:
            self.stepped.emit(self.face.id, steps[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._refuse()
        elif key == Qt.Key.Key_F2:
            self.edit_name()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_chosen(True)
        self.looked_at.emit(self.face.id, True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_chosen(False)
        self.looked_at.emit(self.face.id, False)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit(self.face.id, True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.looked_at.emit(self.face.id, False)
