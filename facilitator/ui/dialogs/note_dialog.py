"""Everything one note knows, to read in full and to change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QWidget

from facilitator.domain.entities import BASES, CONSENTS, SPEAKER_GROUPS, Note
from facilitator.domain.state import State
from facilitator.ui.dialogs.picture_part import PicturePart
from facilitator.ui.kit.boxes import ChoiceBox, NumberBox
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.direction import follow_direction
from facilitator.ui.kit.note_field import NoteField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY, LEAD, SMALL

MOST_TABLES = 999
ERASE: dict[str, object] = {}
"""What ``ask`` returns when the note is to be erased for good; told apart by identity."""


class NoteDialog(Dialog):
    """The text large, the rest below it; ``value`` gives only what was changed."""

    def __init__(
        self, context: Context, note: Note, kinds: Sequence[str], parent: QWidget | None = None
    ) -> None:
        readonly = context.dialogue.store.readonly
        super().__init__(context, self.tr("The note") if readonly else self.tr("Edit the note"), parent)
        self.set_width(680)
        self._note = note
        self.wants_erasing = False
        theme, words = self.theme, context.words
        state: State = context.dialogue.state
        self._build_text()
        self.picture = PicturePart(context, note, self)
        self.body.addWidget(self.picture)
        offered = [*dict.fromkeys([*kinds, note.kind])]
        nobody = self.tr("nobody in particular")
        people = [("", nobody)] + [(persona.id, persona.name) for persona in state.all_personas]
        groups = [("", self.tr("same as the meeting"))] + [
            (g, words.speaker_group(g)) for g in SPEAKER_GROUPS
        ]
        meetings = [("", self.tr("none"))] + [(m.id, m.name) for m in state.meetings]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.gap(16))
        self._grid.setVerticalSpacing(theme.gap(6))
        self._boxes = {
            "persona": self._box(self.tr("About"), people, note.persona, 0, 0),
            "kind": self._box(self.tr("Kind"), [(k, words.kind(k)) for k in offered], note.kind, 0, 1),
            "basis": self._box(
                self.tr("How the speaker knows"), [(b, words.basis(b)) for b in BASES], note.basis, 1, 0
            ),
            "speaker_group": self._box(self.tr("Said by"), groups, note.speaker_group, 1, 1),
            "meeting": self._box(self.tr("Meeting"), meetings, note.meeting, 2, 0),
            "consent": self._box(
                self.tr("May it be quoted?"), [(c, words.consent(c)) for c in CONSENTS], note.consent, 3, 0
            ),
        }
        self._build_table()
        self._build_star()
        self.body.addLayout(self._grid)
        cancel = self.tr("Close") if readonly else self.tr("Cancel")
        self._keep = self.add_buttons(self.tr("Save the note"), cancel)
        self.text.textChanged.connect(self._look)
        self._look()
        self.erase = self.add_button("erase", self.tr("Erase for good…"))
        self.erase.setAutoDefault(False)
        self.erase.clicked.connect(self._erase)
        if readonly:
            self._look_only()

    @Slot()
    def _erase(self) -> None:
        self.wants_erasing = True
        self.reject()

    def _build_table(self) -> None:
        self.table = NumberBox(self)
        self.table.setRange(0, MOST_TABLES)
        self.table.lineEdit().setTextMargins(self.theme.px(8), 0, 0, 0)
        self.table.setSpecialValueText(self.tr("not known"))
        self.table.setValue(self._note.table)
        self._place(self.tr("Table"), self.table, 2, 1)

    def _build_star(self) -> None:
        self.starred = QCheckBox(self.tr("Key quote"), self)
        self.starred.setChecked(self._note.starred)
        self._grid.addWidget(self.starred, 7, 1)

    def _build_text(self) -> None:
        self.text = NoteField(self.theme, self, size=LEAD, lines=4, most=10)
        self.text.much_changed.connect(self._look)
        self.text.set_committed(self._note.text)
        self.text.setAccessibleName(self.tr("Text of the note"))
        follow_direction(self.text)
        self.body.addWidget(self.text)
        self._apart = PlainLabel("", self, font=self.theme.font(SMALL), wrap=True)
        self._apart.setObjectName("apart")
        self.body.addWidget(self._apart)

    def _box(
        self, label: str, choices: Sequence[tuple[str, str]], value: str, line: int, place: int
    ) -> QComboBox:
        box = ChoiceBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        for code, text in choices:
            box.addItem(text, code)
        if box.findData(value) < 0:
            # Of another laptop or program: kept until the person chooses something else.
            box.addItem("–", value)
        box.setCurrentIndex(max(0, box.findData(value)))
        self._place(label, box, line, place)
        return box

    def _place(self, label: str, field: QWidget, line: int, place: int) -> None:
        name = PlainLabel(label, self, font=self.theme.font(BODY, bold=True))
        name.setBuddy(field)
        field.setAccessibleName(label)
        self._grid.addWidget(name, 2 * line, place)
        self._grid.addWidget(field, 2 * line + 1, place)

    def _look_only(self) -> None:
        self._keep.hide()
        self.erase.hide()
        self.text.setReadOnly(True)
        self.picture.look_only()
        for field in (*self._boxes.values(), self.table, self.starred):
            field.setEnabled(False)

    @Slot()
    def _look(self) -> None:
        count = self.text.notes()
        words = self.tr(
            "Too long for one note: the rest becomes %n new note(s) like this one.", "", count - 1
        )
        self._apart.setText(words)
        self._apart.setVisible(count > 1)
        several = self.tr("Save as %n note(s)", "", count)
        self._keep.set_words(several if count > 1 else self.tr("Save the note"))
        self._keep.setEnabled(count > 0)

    def value(self) -> dict[str, object]:
        """Return what differs from the note, ready for the service that changes it."""
        found: dict[str, object] = {name: box.currentData() for name, box in self._boxes.items()}
        found |= {
            "text": self.text.whole(),
            "table": self.table.value(),
            "starred": self.starred.isChecked(),
        }
        changed = {name: value for name, value in found.items() if value != getattr(self._note, name)}
        return changed | self.picture.value()

    @classmethod
    def ask(
        cls, context: Context, parent: QWidget, note: Note, kinds: Sequence[str]
    ) -> dict[str, object] | None:
        """Return the changed fields, or None."""
        dialog = cls(context, note, kinds, parent)
        dialog.text.setFocus()
        dialog.text.moveCursor(QTextCursor.MoveOperation.End)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if dialog.wants_erasing:
            return ERASE
        return dialog.value() if done else None
