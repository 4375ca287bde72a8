"""The bar to write notes down: chips for what a note gets, and a field the focus never leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QWidget

from facilitator.domain.pictures import Image
from facilitator.domain.text import NOTE_LIMIT
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.plain import PlainLabel, escape_mnemonic, plain_tooltip
from facilitator.ui.kit.portraits import Portrait
from facilitator.ui.kit.surfaces import Surface, row
from facilitator.ui.kit.theme import LEAD, SMALL, Theme
from facilitator.ui.widgets.capture_field import CaptureField
from facilitator.ui.widgets.picture_chip import PictureChip

CHIPS = ("persona", "kind", "basis", "table", "meeting")
_WIDEST = {"persona": 190, "kind": 190, "basis": 180, "table": 120, "meeting": 150}
"""How wide a chip may get at 100 %; longer words end in an ellipsis and are whole in the tooltip."""
_LEAST = {"basis": 96, "table": 72, "meeting": 72}
_TYPING = 380
"""Room the field must have at 100 % before chips may stand beside it: a sentence is what counts here."""
_KEYS_FIT = 760
"""Page width from which the chips on their own line have room for their keys."""
_WARN_FROM = NOTE_LIMIT - 500
_PICTURE_WORDS = {"nl": "Foto", "en": "Picture"}
"""What a note says that is only a picture, in the language of the dialogue."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a chip offers; ``keys`` as people read them, ``swatch`` the paper colour of a kind."""

    value: str
    words: str
    keys: str = ""
    swatch: QColor | None = None
    portrait: str = ""


class CaptureBar(Surface):
    """Chips with what a note gets, and the field; the page decides what sticking means.

    Signals:
        submitted: Text to make a note of; call ``accepted`` when it has become one.
        many_pasted: Pasted text of several lines.
        chip_changed: Which of ``CHIPS`` and the value chosen.
        typed: The text in the field, at every change.
        similar_wanted: Which notes say almost this?
    """

    submitted = Signal(str)
    many_pasted = Signal(object)
    chip_changed = Signal(str, str)
    typed = Signal(str)
    similar_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("bottom", parent)
        self._theme = theme
        self._choices: dict[str, tuple[Choice, ...]] = {}
        self._values: dict[str, str] = {}
        self._keys_shown = True
        self._page_width = 0
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(theme.gap(16), 10, theme.gap(16), 10)
        self._both.setSpacing(10)
        chips = row(None, theme, spacing=8)
        self._portrait = Portrait(theme, 36, self)
        chips.addWidget(self._portrait)
        self._chips: dict[str, Button] = {}
        for name, label in zip(CHIPS, self._chip_names(), strict=True):
            chip = Button(theme, "", self, variant="chip")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setMinimumWidth(theme.px(48))
            chip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            chip.setMenu(QMenu(chip))
            chip.setAccessibleDescription(label)
            chips.addWidget(chip)
            self._chips[name] = chip
        chips.addStretch(0)
        self._both.addLayout(chips)
        self._both.addLayout(self._typing(), 1)

    def _chip_names(self) -> tuple[str, ...]:
        return (
            self.tr("Who the note is about"),
            self.tr("Kind of note"),
            self.tr("How the speaker knows"),
            self.tr("Table"),
            self.tr("Meeting"),
        )

    def _typing(self) -> QBoxLayout:
        theme = self._theme
        line = row(None, theme, spacing=10)
        self.field = CaptureField(theme, self, size=LEAD, lines=1, most=4)
        self.field.setPlaceholderText(self.tr("Type what was said …"))
        self.field.setAccessibleName(self.tr("New note"))
        self.field.setAccessibleDescription(self.tr("Enter sticks the note, Shift + Enter begins a new line"))
        self._room_left = PlainLabel("", self, font=theme.font(SMALL), tone="quiet")
        self._room_left.hide()
        self.chip_of_picture = PictureChip(theme, self)
        self.chip_of_picture.removed.connect(self._drop_picture)
        self.kept_sign = PlainLabel("", self)
        self.kept_sign.setObjectName("kept_sign")
        self.kept_sign.hide()
        self.similar = Button(theme, "", self, variant="quiet")
        self.similar.setFont(theme.font(SMALL))
        self.similar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.similar.hide()
        self.similar.clicked.connect(self.similar_wanted)
        self.stick = Button(theme, self.tr("Stick"), self, variant="primary", keys=self.tr("Enter"))
        line.addWidget(self.chip_of_picture, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.field, 1)
        line.addWidget(self._room_left)
        line.addWidget(self.kept_sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.similar)
        line.addWidget(self.stick)
        self.field.picture_pasted.connect(self.set_picture)
        self.field.emptied.connect(self._drop_picture)
        self.field.submitted.connect(self.submitted)
        self.field.many_pasted.connect(self.many_pasted)
        self.field.textChanged.connect(self._look)
        self.stick.clicked.connect(self._press)
        self.setFocusProxy(self.field)
        return line

    def set_choices(self, chip: str, choices: Sequence[Choice], value: str) -> None:
        """Give a chip its choices; fewer than two hide it, but for the persona and the kind."""
        self._choices[chip] = tuple(choices)
        button = self._chips[chip]
        menu = button.menu()
        for action in menu.actions():
            menu.removeAction(action)
            action.deleteLater()
        for choice in choices:
            words = escape_mnemonic(choice.words)
            action = QAction(f"{words}\t{choice.keys}" if choice.keys else words, menu)
            action.setData(choice.value)
            action.triggered.connect(self._picked)
            action.setProperty("chip", chip)
            menu.addAction(action)
        button.setVisible(len(choices) > 1 or chip in ("persona", "kind"))
        self.set_value(chip, value)

    def set_value(self, chip: str, value: str) -> None:
        """Show a value without telling anyone; an unknown one becomes the first choice."""
        choices = self._choices.get(chip, ())
        choice = next((item for item in choices if item.value == value), choices[0] if choices else None)
        if choice is None:
            return
        self._values[chip] = choice.value
        button = self._chips[chip]
        button.set_words(choice.words)
        self._show_keys(chip)
        button.set_swatch(choice.swatch)
        button.setAccessibleName(choice.words)
        plain_tooltip(button, choice.words)
        if self._page_width:
            self.fit(self._page_width)
        if chip == "persona":
            self._portrait.show_person(choice.portrait, choice.words)

    def value(self, chip: str) -> str:
        """Return the value of a chip."""
        return self._values.get(chip, "")

    def nth(self, chip: str, place: int) -> Choice | None:
        """Return the choice at a place, from 0, or None."""
        choices = self._choices.get(chip, ())
        return choices[place] if 0 <= place < len(choices) else None

    @Slot()
    def _picked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            chip = str(action.property("chip"))
            self.set_value(chip, str(action.data()))
            self.chip_changed.emit(chip, self._values[chip])
            self.field.setFocus()

    @Slot()
    def _press(self) -> None:
        self.field.setFocus()
        self.submitted.emit(self.field.text())

    def accepted(self) -> None:
        """Empty the field for the next note; the focus stays."""
        self.field.clear()
        self.set_picture(None)

    def said(self, text: str, language: str) -> str:
        """Return what the note says: ``text``, or that it is a picture when it is only that."""
        if text.strip() or self.picture is None:
            return text
        return _PICTURE_WORDS.get(language, _PICTURE_WORDS["en"])

    @property
    def picture(self) -> Image | None:
        """Return the picture that goes on the next note."""
        return self.chip_of_picture.image

    @Slot(object)
    def set_picture(self, image: Image | None) -> None:
        """Hang a picture on the next note, or none."""
        if not self.field.isReadOnly() and image is not self.picture:
            self.chip_of_picture.show_image(image)
            if self._page_width:
                self.fit(self._page_width)

    @Slot()
    def _drop_picture(self) -> None:
        self.set_picture(None)
        self.field.setFocus()

    def set_similar(self, count: int) -> None:
        """Tell quietly how many notes say almost what stands in the field."""
        words = self.tr("%n similar", "", count) if count else ""
        if self.similar.words() != words:
            self.similar.set_words(words)
            spoken = self.tr("%n note(s) say almost this. Show them.", "", count)
            self.similar.setAccessibleName(spoken)
            plain_tooltip(self.similar, spoken)
        self.similar.setVisible(count > 0)

    def pieces(self) -> list[str]:
        """Return the draft in pieces that a note can hold."""
        text = self.field.text()
        return [text[start : start + NOTE_LIMIT] for start in range(0, len(text), NOTE_LIMIT)]

    def show_kept(self, state: str) -> None:
        """Show where new notes go now: ``kept`` on this laptop, ``unsaved``, or nothing where all is well."""
        sign, words = {
            "kept": ("laptop", self.tr("New notes are kept on this laptop")),
            "unsaved": ("warning", self.tr("New notes are not saved yet")),
        }.get(state, ("", ""))
        self.kept_sign.setVisible(bool(words))
        if words:
            side = self._theme.px(22)
            self.kept_sign.setPixmap(pixmap(sign, self._theme.ink, side, self.devicePixelRatioF()))
            self.kept_sign.setAccessibleName(words)
            plain_tooltip(self.kept_sign, words)

    def set_readonly(self, words: str) -> None:
        """Let nothing be typed, and say why."""
        self.field.setReadOnly(True)
        self.field.setPlaceholderText(words)
        for button in (self.stick, *self._chips.values()):
            button.setEnabled(False)

    def fit(self, page_width: int) -> None:
        """Put the chips beside or above the field, for a page of this width."""
        self._page_width = page_width
        beside = page_width - self._beside_the_field() >= self._theme.px(_TYPING)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)
        self._keys_shown = beside or page_width >= self._theme.px(_KEYS_FIT)
        for chip in CHIPS:
            self._show_keys(chip)
        shown = [chip for chip in self._chips.values() if not chip.isHidden()]
        room = page_width - 2 * self._theme.gap(16) - self._portrait.width() - 10 * len(shown)
        limits = {name: self._theme.px(_WIDEST[name]) for name in CHIPS}
        if not beside:
            self._share(room, limits)
        for name, chip in self._chips.items():
            hint = chip.sizeHint().width()
            widest = self._theme.px(_WIDEST[name])
            chip.setMaximumWidth(limits[name])
            # Persona and kind must never be guessed from their first letters; the others may.
            least = _LEAST.get(name)
            chip.setMinimumWidth(min(hint, self._theme.px(least) if least else widest))

    def _share(self, room: int, limits: dict[str, int]) -> None:
        """Give the room that is left on their own line to the chips, those that lack least first."""
        wanted = {name: chip.sizeHint().width() for name, chip in self._chips.items() if not chip.isHidden()}
        left = room - sum(min(width, limits[name]) for name, width in wanted.items())
        for name in sorted(wanted, key=lambda name: wanted[name] - limits[name]):
            more = min(max(wanted[name] - limits[name], 0), max(left, 0))
            limits[name] += more
            left -= more

    def _beside_the_field(self) -> int:
        """Return the width of everything that would stand on the field's line."""
        theme = self._theme
        chips = [(name, chip) for name, chip in self._chips.items() if not chip.isHidden()]
        widths = [min(chip.sizeHint().width(), theme.px(_WIDEST[name])) for name, chip in chips]
        fixed = self._portrait.width() + self.stick.sizeHint().width() + 2 * theme.gap(16)
        if self.picture is not None:
            fixed += self.chip_of_picture.sizeHint().width()
        return sum(widths) + fixed + (len(widths) + 3) * 10

    def _show_keys(self, chip: str) -> None:
        choice = next((item for item in self._choices.get(chip, ()) if item.value == self.value(chip)), None)
        self._chips[chip].set_keys(choice.keys if choice is not None and self._keys_shown else "")

    def minimumSizeHint(self) -> QSize:
        # What stands side by side now must not keep the window from getting narrower.
        return QSize(self._theme.px(280), super().minimumSizeHint().height())

    @Slot()
    def _look(self) -> None:
        text = self.field.text()
        length = len(text)
        self.typed.emit(text)
        self._room_left.setVisible(length > _WARN_FROM)
        if length > NOTE_LIMIT:
            self._room_left.setText(self.tr("%n character(s) too many", "", length - NOTE_LIMIT))
        elif length > _WARN_FROM:
            self._room_left.setText(self.tr("room for %n character(s)", "", NOTE_LIMIT - length))
        self._room_left.set_tone("danger" if length > NOTE_LIMIT else "quiet")

    def save_view(self) -> dict[str, object]:
        """Return the draft and the values of the chips."""
        return {"draft": self.field.text(), "values": dict(self._values), "picture": self.picture}

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Take up what ``save_view`` gave."""
        draft, values, picture = view.get("draft"), view.get("values"), view.get("picture")
        if isinstance(picture, Image):
            self.set_picture(picture)
        if isinstance(draft, str) and draft != self.field.text():
            self.field.setPlainText(draft)
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        if isinstance(values, Mapping):
            for chip, value in values.items():
                if chip in self._chips and any(item.value == value for item in self._choices.get(chip, ())):
                    self.set_value(chip, str(value))
