"""The user's choices: language, colours, size of text, when to lock away, sound."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from facilitator.services.settings import LOCK_MINUTES, Settings
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.choose_file import choose_folder
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import ElidedLabel
from facilitator.ui.kit.surfaces import row
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
        self._add_lock(settings)
        self._add_second(settings)
        self.body.addWidget(self._sound)
        self.body.addStretch(1)
        self.add_buttons(self.tr("Save these settings"), self.tr("Cancel"))

    def _add_lock(self, settings: Settings) -> None:
        times = [
            (
                str(count),
                self.tr("%n minute(s) without a key touched", "", count) if count else self.tr("Never"),
            )
            for count in LOCK_MINUTES
        ]
        self._lock = self._choices("lock_minutes", times, str(settings.lock_minutes))
        hint = self.tr("Only dialogues with a lock on them; everything is saved first.")
        self.add_field(self.tr("Lock a dialogue away after"), self._lock, hint)

    def _add_second(self, settings: Settings) -> None:
        self._second = settings.second_backup
        place = QWidget(self)
        line = row(place, self.theme, spacing=8)
        self._folder = ElidedLabel("")
        self._folder.setObjectName("second_backup")
        line.addWidget(self._folder, 1)
        choose = Button(self.theme, self.tr("Choose a folder…"), place)
        choose.setObjectName("choose_second")
        choose.clicked.connect(self._choose_second)
        self._none = Button(self.theme, self.tr("None"), place)
        self._none.setObjectName("no_second")
        self._none.clicked.connect(self._drop_second)
        line.addWidget(choose)
        line.addWidget(self._none)
        hint = self.tr(
            "Such as a folder on a stick. Used whenever it is there; nothing is wrong when it is not."
        )
        self.add_field(self.tr("Second place for backups"), place, hint)
        self._show_second()

    def _show_second(self) -> None:
        self._folder.setText(self._second or self.tr("None"))
        self._none.setVisible(bool(self._second))

    @Slot()
    def _choose_second(self) -> None:
        start = Path(self._second) if self._second else Path.home()
        folder = choose_folder(self, self.tr("Second place for backups"), start)
        if folder is not None:
            self._second = str(folder)
            self._show_second()

    @Slot()
    def _drop_second(self) -> None:
        self._second = ""
        self._show_second()

    def _choices(self, name: str, choices: list[tuple[str, str]], value: str) -> QComboBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        for code, words in choices:
            box.addItem(words, code)
        box.setCurrentIndex(max(box.findData(value), 0))
        return box

    def choose(self, name: str, value: str) -> None:
        """Choose ``value`` for ``language``, ``theme``, ``text_scale`` or ``lock_minutes``."""
        boxes = [self._language, self._theme, self._scale, self._lock]
        box = next(box for box in boxes if box.objectName() == name)
        box.setCurrentIndex(box.findData(value))

    def changed(self, settings: Settings) -> Settings:
        """Return ``settings`` with what was chosen here."""
        return replace(
            settings,
            language=str(self._language.currentData()),
            theme=str(self._theme.currentData()),
            text_scale=int(self._scale.currentData()),
            sound=self._sound.isChecked(),
            second_backup=self._second,
            lock_minutes=int(self._lock.currentData()),
        )
