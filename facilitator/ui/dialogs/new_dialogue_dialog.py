"""A new dialogue: what is it about, how, with whom, and where is it kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facilitator.services.dialogue import QUESTION_LIMIT, DialogueSetup
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.choose_file import save_file
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField, TextField
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, escape_mnemonic
from facilitator.ui.kit.surfaces import row
from facilitator.ui.kit.theme import BODY, LEAD, SMALL


class NewDialogueDialog(Dialog):
    """Asks for the least a dialogue needs; the rest comes on the set-up page."""

    def __init__(
        self, context: Context, folder: Path, free_path: Callable[[str], Path], parent: QWidget | None = None
    ) -> None:
        """Make it; ``free_path`` proposes a file for a title."""
        super().__init__(context, "", parent)
        self._free_path = free_path
        self._folder = folder
        self._chosen: Path | None = None
        lead = self.tr("You can change all of this later, except the method.")
        self.set_heading(self.tr("New dialogue"), lead)
        self.set_width(640)
        self._title = LineField(self.theme, self, size=LEAD)
        self._title.setObjectName("title")
        self._title.setMaxLength(200)
        self._title.textChanged.connect(self._on_title)
        self._question = TextField(self.theme, self)
        self._question.setObjectName("question")
        self._question.limit = QUESTION_LIMIT
        self.add_field(self.tr("Title"), self._title, self.tr("For example: Care for tomorrow"))
        hint = self.tr("The one question all tables talk about. Short and open.")
        self.add_field(self.tr("Central question"), self._question, hint)
        self._add_method()
        self._add_packs()
        self._language = ChoiceBox(self)
        self._language.setObjectName("dialogue_language")
        for code, name in (("nl", "Nederlands"), ("en", "English")):
            self._language.addItem(name, code)
        self._language.setCurrentIndex(max(self._language.findData(context.language), 0))
        self.add_field(self.tr("Language at the tables"), self._language)
        self._add_place()
        self.body.addStretch(1)
        self._primary_button = self.add_buttons(self.tr("Start this dialogue"), self.tr("Cancel"))
        self._on_title("")

    def _add_method(self) -> None:
        self._methods = ChoiceBox(self)
        self._methods.setObjectName("method")
        for id, texts in self.context.library.methods.items():
            self._methods.addItem(texts.pick(self.context.language).title, id)
        self._summary = PlainLabel(font=self.theme.font(SMALL), tone="quiet", wrap=True)
        self.add_field(self.tr("Method"), self._methods)
        self.body.addWidget(self._summary)
        self._methods.currentIndexChanged.connect(self._on_method)
        self._on_method()

    def _add_packs(self) -> None:
        heading = PlainLabel(self.tr("Personas to begin with"), font=self.theme.font(BODY, bold=True))
        self.body.addWidget(heading)
        group = QVBoxLayout()
        group.setSpacing(0)
        self._packs: dict[str, QCheckBox] = {}
        for n, (id, pack) in enumerate(self.context.library.packs.items()):
            title = pack.titles.get(self.context.language) or next(iter(pack.titles.values()), id)
            count = self.tr("%n persona(s)", "", len(pack.personas))
            box = QCheckBox(escape_mnemonic(f"{title} ({count})"), self)
            box.setObjectName(f"pack_{id}")
            box.setChecked(n == 0)
            self._packs[id] = box
            group.addWidget(box)
        self.body.addLayout(group)

    def _add_place(self) -> None:
        self.body.addWidget(PlainLabel(self.tr("Saved in"), font=self.theme.font(BODY, bold=True)))
        line = row(None, self.theme, spacing=12)
        self._place = ElidedLabel(font=self.theme.font(SMALL), tone="quiet")
        line.addWidget(self._place, 1)
        other = Button(self.theme, self.tr("Elsewhere…"), self)
        other.clicked.connect(self._choose_place)
        line.addWidget(other)
        self.body.addLayout(line)

    @Slot()
    def _on_method(self) -> None:
        texts = self.context.library.methods.get(str(self._methods.currentData()))
        method = texts.pick(self.context.language) if texts else None
        names = " – ".join(step.short for step in method.steps) if method else ""
        self._summary.setText(f"{method.summary}\n{names}" if method else "")

    @Slot(str)
    def _on_title(self, _text: str) -> None:
        self._primary_button.setEnabled(bool(self._title.text().strip()))
        self._place.setText(str(self.path()))

    @Slot()
    def _choose_place(self) -> None:
        chosen = save_file(self, self.tr("Where to save it"), self.path(), self.tr("Dialogues (*.dialoog)"))
        if chosen is not None:
            self._chosen = chosen.with_suffix(".dialoog")
            self._place.setText(str(self._chosen))

    def summary(self) -> str:
        """Return what is said about the chosen method."""
        return self._summary.text()

    def first_field(self) -> QWidget:
        """Return the field to begin with."""
        return self._title

    def path(self) -> Path:
        """Return where the file will be."""
        return self._chosen or self._free_path(self._title.text())

    def setup(self) -> DialogueSetup:
        """Return what the new dialogue starts from."""
        return DialogueSetup(
            title=self._title.text(),
            question=self._question.text(),
            language=str(self._language.currentData()),
            method=str(self._methods.currentData()),
            packs=tuple(id for id, box in self._packs.items() if box.isChecked()),
        )
