"""Make or change a persona; gives the fields back and writes nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator import paths
from facilitator.content.portraits import check_portrait
from facilitator.domain.entities import Persona
from facilitator.domain.errors import UserError
from facilitator.services.personas import LIMITS
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField, TextField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.portraits import Portrait
from facilitator.ui.kit.surfaces import row
from facilitator.ui.kit.theme import LEAD

MAX_SVG_BYTES = 200_000


class PersonaDialog(Dialog):
    """The form of one persona; read ``fields()`` when it was accepted."""

    def __init__(self, context: Context, persona: Persona | None, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        theme = context.theme
        title = self.tr("Edit persona") if persona is not None else self.tr("New persona")
        self.setWindowTitle(title)
        heading = self.findChild(PlainLabel, "heading")
        if heading is not None:
            heading.setText(title)
        shown = persona or Persona(id="")
        self._svg = shown.portrait
        self.set_width(640)
        self.portrait = Portrait(theme, 96, self)
        self.choose = Button(theme, self.tr("Choose drawing (SVG)…"), self, icon="folder")
        self.choose.clicked.connect(self._choose)
        self.clear = Button(theme, self.tr("Initials only"), self, variant="quiet")
        self.clear.clicked.connect(self._clear)
        top = row(None, theme, spacing=12)
        for widget in (self.portrait, self.choose, self.clear):
            top.addWidget(widget)
        top.addStretch(1)
        self.body.addLayout(top)
        self.fault = PlainLabel("", self, tone="danger", wrap=True)
        self.fault.hide()
        self.body.addWidget(self.fault)
        self.name = LineField(theme, self, size=LEAD)
        self.age = LineField(theme, self)
        self.line = LineField(theme, self)
        self.story = TextField(theme, self, lines=4)
        self.needs = TextField(theme, self, lines=2)
        self.made_with = LineField(theme, self)
        self.add_field(self.tr("Name"), self.name)
        self.add_field(self.tr("Age or phase of life"), self.age)
        self.add_field(self.tr("In one line"), self.line)
        self.add_field(self.tr("Story"), self.story)
        self.add_field(self.tr("What helps"), self.needs)
        self.add_field(self.tr("Made with whom"), self.made_with)
        for field in ("name", "age", "line", "story", "needs", "made_with"):
            getattr(self, field).set_committed(getattr(shown, field))
        for field, limit in LIMITS.items():
            getattr(self, field).limit = limit
        self._save = self.add_buttons(self.tr("Save persona"), self.tr("Cancel"))
        self.name.textChanged.connect(self._look)
        self._look()
        self.name.setFocus()

    def fields(self) -> dict[str, str]:
        """Return field -> text as typed."""
        return {
            "name": self.name.text(),
            "age": self.age.text(),
            "line": self.line.text(),
            "story": self.story.text(),
            "needs": self.needs.text(),
            "made_with": self.made_with.text(),
            "portrait": self._svg,
        }

    @Slot()
    def _look(self) -> None:
        self._save.setEnabled(bool(self.name.text().strip()))
        self.portrait.show_person(self._svg, self.name.text())

    @Slot()
    def _clear(self) -> None:
        self._svg = ""
        self._look()

    @Slot()
    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose drawing"), "", self.tr("Drawings (*.svg)")
        )
        if name:
            self.take_drawing(Path(name))

    def take_drawing(self, path: Path) -> None:
        """Use the drawing in this file, or say why not."""
        try:
            with paths.open_plain(path) as file:
                data = file.read(MAX_SVG_BYTES + 1)
            self._svg = check_portrait(data.decode("utf-8"))
            self.fault.hide()
        except UserError as error:
            self._complain(self.context.words.error(error))
        except (OSError, UnicodeDecodeError):
            self._complain(self.tr("This file cannot be read as a drawing. Choose an SVG file."))
        self._look()

    def _complain(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.show()
