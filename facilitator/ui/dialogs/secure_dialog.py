"""Locking a dialogue, changing how it is locked, or taking the lock off."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from facilitator.domain.errors import UserError
from facilitator.ui.dialogs.new_passphrase import NewPassphrase
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog, ask
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY, SMALL


@dataclass(frozen=True, slots=True)
class SecureWish:
    """What somebody wants.

    Attributes:
        deed: ``lock`` (with another key when it is locked already), ``sheet`` or ``unlock``.
        on_laptop: The system keeps the key; else ``passphrase`` makes it.
    """

    deed: str
    on_laptop: bool = False
    passphrase: str = ""


class SecureDialog(Dialog):
    """Asks how the dialogue is to be locked; ``locked`` is empty, ``passphrase`` or ``laptop``."""

    def __init__(
        self, context: Context, locked: str, parent: QWidget | None = None, *, may_keep: bool
    ) -> None:
        super().__init__(context, "", parent)
        self._deed = "lock"
        self._locked = bool(locked)
        self.set_width(620)
        self._set_words(locked)
        self._group = QButtonGroup(self)
        self._passphrase = self._choice(
            self.tr("With a passphrase"),
            self.tr(
                "You type it each time you open the dialogue. "
                "Four words that have nothing to do with each other are good."
            ),
            "passphrase",
        )
        self.words = NewPassphrase(self.theme, self)
        self.first, self.second = self.words.first, self.words.second
        self.body.addWidget(self.words)
        told = (
            self.tr("It opens by itself while you are logged in. Elsewhere you need the recovery code.")
            if may_keep
            else self.tr("This computer has no safe place for keys.")
        )
        self._laptop = self._choice(self.tr("With a key this laptop keeps"), told, "laptop")
        self._laptop.setEnabled(may_keep)
        self.body.addStretch(1)
        words = self.tr("Change the key…") if locked else self.tr("Go on to the way back…")
        self._primary_button = self.add_buttons(words, self.tr("Cancel"))
        if locked:
            self._add_for_locked()
        self.words.changed.connect(self._look)
        self._group.buttonToggled.connect(self._look)
        (self._laptop if locked == "laptop" and may_keep else self._passphrase).setChecked(True)
        self._look()
        self.first.setFocus()

    def _set_words(self, locked: str) -> None:
        if locked:
            now = (
                self.tr("It is locked with a key that this laptop keeps.")
                if locked == "laptop"
                else self.tr("It is locked with a passphrase.")
            )
            more = self.tr("With another key your recovery sheet is no longer good; you get a new one.")
            self.set_heading(self.tr("The lock on this dialogue"), f"{now} {more}")
            return
        self.set_heading(
            self.tr("Lock this dialogue"),
            self.tr(
                "Without the key nobody can read the file, its backups or what was rescued. The name of "
                "the file stays visible. Copies and exports you made yourself stay as they are."
            ),
        )

    def _choice(self, name: str, about: str, key: str) -> QRadioButton:
        button = QRadioButton(name, self)
        button.setObjectName(key)
        button.setFont(self.theme.font(BODY, bold=True))
        button.setAccessibleDescription(about)
        self._group.addButton(button)
        words = PlainLabel(about, font=self.theme.font(SMALL), tone="quiet", wrap=True)
        words.setContentsMargins(self.theme.px(36), 0, 0, self.theme.gap(6))
        together = QVBoxLayout()
        together.setSpacing(self.theme.gap(2))
        together.addWidget(button)
        together.addWidget(words)
        self.body.addLayout(together)
        return button

    def _add_for_locked(self) -> None:
        for deed, words, variant in (
            ("unlock", self.tr("Take the lock off…"), "danger"),
            ("sheet", self.tr("Recovery sheet…"), "secondary"),
        ):
            button = Button(self.theme, words, self, variant=variant)
            button.setObjectName(deed)
            button.clicked.connect(self._take_off if deed == "unlock" else self._sheet)
            self.put_left(button)

    @Slot()
    def _look(self) -> None:
        by_words = self._passphrase.isChecked()
        self.words.setVisible(by_words)
        self._primary_button.setEnabled(not by_words or self.words.is_ready())

    @Slot()
    def _sheet(self) -> None:
        self._deed = "sheet"
        super().accept()

    @Slot()
    def _take_off(self) -> None:
        sure = ask(
            self.context,
            self,
            self.tr("Take the lock off?"),
            self.tr("Whoever has the file, or one of its backups, can read everything in it then."),
            self.tr("Take the lock off"),
            self.tr("Keep it locked"),
            danger=True,
        )
        if sure:
            self._deed = "unlock"
            super().accept()

    def accept(self) -> None:
        """Close with the wish, unless the two passphrases differ."""
        if self._passphrase.isChecked() and not self.words.is_same():
            self.show_refusal(UserError("key.not_same"))
            return
        super().accept()

    def value(self) -> SecureWish:
        """Return what is wanted."""
        if self._deed != "lock" or self._laptop.isChecked():
            return SecureWish(self._deed, on_laptop=self._laptop.isChecked())
        return SecureWish("lock", passphrase=self.first.text())

    @classmethod
    def ask(cls, context: Context, parent: QWidget, locked: str, *, may_keep: bool) -> SecureWish | None:
        """Return what is wanted, or None."""
        dialog = cls(context, locked, parent, may_keep=may_keep)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        wish = dialog.value() if done else None
        dialog.deleteLater()
        return wish
