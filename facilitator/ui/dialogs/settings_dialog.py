"""The user's choices: language, colours, size of text, sound."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from facilitator.services.settings import Settings
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.theme import SCALES


class SettingsDialog(Dialog):
    """Asks for all settings at once; ``changed`` gives them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.set_heading(self.tr("Settings"), self.tr("They apply to this computer, not to the dialogue."))
        settings = context.settings
        self._language = self._choices(
            "language", [("nl", "Nederlands"), ("en", "English")], settings.language
        )
        themes = [
            ("system", self.tr("Like the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        ]
        self._theme = self._choices("theme", themes, settings.theme)
        sizes = [(str(size), self.tr("{size}%").format(size=size)) for size in SCALES]
        nearest = min(SCALES, key=lambda size: abs(size - settings.text_scale))
        self._scale = self._choices("text_scale", sizes, str(nearest))
        self._sound = QCheckBox(self.tr("A soft sound at the end of a part"), self)
        self._sound.setChecked(settings.sound)
        self.add_field(self.tr("Language of the window"), self._language)
        self.add_field(self.tr("Colours"), self._theme)
        self.add_field(self.tr("Size of the text"), self._scale, self.tr("Also with Ctrl + and Ctrl −"))
        self.body.addWidget(self._sound)
        self.body.addStretch(1)
        self.add_buttons(self.tr("Save these settings"), self.tr("Cancel"))

    def _choices(self, name: str, choices: list[tuple[str, str]], value: str) -> QComboBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        for code, words in choices:
            box.addItem(words, code)
        box.setCurrentIndex(max(box.findData(value), 0))
        return box

    def choose(self, name: str, value: str) -> None:
        """Choose ``value`` for ``language``, ``theme`` or ``text_scale``."""
        box = {"language": self._language, "theme": self._theme, "text_scale": self._scale}[name]
        box.setCurrentIndex(box.findData(value))

    def changed(self, settings: Settings) -> Settings:
        """Return ``settings`` with what was chosen here."""
        return replace(
            settings,
            language=str(self._language.currentData()),
            theme=str(self._theme.currentData()),
            text_scale=int(self._scale.currentData()),
            sound=self._sound.isChecked(),
        )
