"""The way back, confirmed before a dialogue is locked: a code on paper, or sealed for the organisation."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from facilitator.services.locking import groups, is_group
from facilitator.store.keys import Key
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import FlowLayout, Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, SMALL

_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Ways:
    """How the window writes the ways back; each returns whether that was done.

    Attributes:
        save_sheet: Asks where and writes the recovery sheet.
        seal: Is given a public key, asks where and writes the code sealed for it.
    """

    save_sheet: Callable[[QWidget], bool]
    seal: Callable[[QWidget, str], bool]


class RecoveryDialog(Dialog):
    """Shows the recovery code and can be accepted once a way back is confirmed.

    ``only_sheet`` is for a dialogue that is locked already: the code once more, nothing to confirm.
    """

    def __init__(
        self,
        context: Context,
        key: Key,
        ways: Ways,
        parent: QWidget | None = None,
        *,
        recipient: str = "",
        only_sheet: bool = False,
    ) -> None:
        super().__init__(context, "", parent)
        self._key, self._ways, self._only_sheet = key, ways, only_sheet
        self.sealed_for = ""
        self.set_width(720)
        self.set_heading(
            self.tr("The way back"),
            self.tr("Whoever has this code and the file can read everything. Keep it on paper.")
            if only_sheet
            else self.tr(
                "If the passphrase or the laptop is lost, this is the only way in. Without it nobody "
                "can help you, we cannot either. Confirm at least one of the two."
            ),
        )
        self._add_code()
        if not only_sheet:
            self._add_confirming()
        self._add_organisation(recipient)
        self.body.addStretch(1)
        if only_sheet:
            self.add_buttons(self.tr("Done"))
        else:
            self._lock = self.add_buttons(self.tr("Lock the dialogue"), self.tr("Cancel"))
        self._look()

    def _title(self, words: str) -> None:
        self.body.addWidget(PlainLabel(words, font=self.theme.font(LEAD, bold=True), wrap=True))

    def _add_code(self) -> None:
        theme = self.theme
        self._title(self.tr("Recovery code on paper"))
        card = Surface("tint", self)
        grid = QGridLayout()
        grid.setSpacing(theme.gap(8))
        column(card, theme, (12, 16)).addLayout(grid)
        columns = _COLUMNS if theme.scale <= 1.25 else 3
        for place, group in enumerate(groups(self._key)):
            cell = QWidget(card)
            line = row(cell, theme, spacing=6)
            line.setContentsMargins(0, 0, 0, 0)
            number = PlainLabel(f"{place + 1}", cell, font=theme.font(BODY), tone="quiet")
            number.setMinimumWidth(theme.px(20))
            line.addWidget(number)
            line.addWidget(PlainLabel(group, cell, font=theme.font(BODY, bold=True)), 1)
            grid.addWidget(cell, place // columns, place % columns)
        card.setAccessibleName(self.tr("Recovery code: {code}").format(code=" ".join(groups(self._key))))
        self.body.addWidget(card)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, theme.gap(8))
        self._save = Button(theme, self.tr("Save as PDF to print…"), self, icon="report")
        self._save.setObjectName("save_sheet")
        self._save.clicked.connect(self._save_sheet)
        self._copy = Button(theme, self.tr("Copy the code"), self, icon="copy")
        self._copy.setObjectName("copy_code")
        self._copy.clicked.connect(self._copy_code)
        flow.addWidget(self._save)
        flow.addWidget(self._copy)
        self.body.addWidget(buttons)

    def _add_confirming(self) -> None:
        count = len(groups(self._key))
        first = secrets.randbelow(count - 1) + 1
        second = first + secrets.randbelow(count - first) + 1
        self.asked = (first, second)
        self.typed: list[QLineEdit] = []
        beside = self.theme.scale <= 1.25
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.gap(16))
        grid.setVerticalSpacing(self.theme.gap(4))
        for number in self.asked:
            field = QLineEdit(self)
            field.setFont(self.theme.font(BODY))
            field.setMaxLength(12)
            field.setObjectName(f"group_{len(self.typed) + 1}")
            field.textChanged.connect(self._look)
            words = self.tr("Read group {number} from your paper").format(number=number)
            name = PlainLabel(words, self, font=self.theme.font(BODY, bold=True), wrap=True)
            name.setBuddy(field)
            field.setAccessibleName(words)
            place = len(self.typed)
            grid.addWidget(name, 0 if beside else 2 * place, place if beside else 0)
            grid.addWidget(field, 1 if beside else 2 * place + 1, place if beside else 0)
            self.typed.append(field)
        self.body.addLayout(grid)
        self._told = PlainLabel("", self, font=self.theme.font(SMALL), tone="quiet", wrap=True)
        self.body.addWidget(self._told)

    def _add_organisation(self, recipient: str) -> None:
        self._title(self.tr("Key of your organisation"))
        self.recipient = QLineEdit(recipient, self)
        self.recipient.setObjectName("recipient")
        self.recipient.setFont(self.theme.font(BODY))
        self.recipient.setPlaceholderText("age1…")
        self.recipient.textChanged.connect(self._look)
        self.add_field(
            self.tr("Public key"),
            self.recipient,
            self.tr("Only your organisation can open the file that is saved; send it to them."),
        )
        self._seal = Button(self.theme, self.tr("Save the key file for them…"), self, icon="save")
        self._seal.setObjectName("seal")
        self._seal.clicked.connect(self._seal_code)
        line = row(None, self.theme, spacing=12)
        line.addWidget(self._seal)
        self._sealed = PlainLabel("", self, font=self.theme.font(SMALL), tone="good", wrap=True)
        line.addWidget(self._sealed, 1)
        self.body.addLayout(line)

    def is_confirmed(self) -> bool:
        """Tell whether a way back is sure: two groups typed back, or the sealed code saved."""
        return bool(self.sealed_for) or self._is_typed_back()

    def _is_typed_back(self) -> bool:
        if self._only_sheet:
            return False
        return all(
            is_group(self._key, n, field.text()) for n, field in zip(self.asked, self.typed, strict=True)
        )

    @Slot()
    def _look(self) -> None:
        self._seal.setEnabled(bool(self.recipient.text().strip()))
        self._sealed.setText(self.tr("Saved.") if self.sealed_for else "")
        if self._only_sheet:
            return
        good = self._is_typed_back()
        self._told.setText(
            self.tr("Right: the code is on your paper.")
            if good
            else self.tr("Print the sheet or write the code down, and type these two groups from it.")
        )
        self._told.set_tone("good" if good else "quiet")
        self._lock.setEnabled(self.is_confirmed())

    @Slot()
    def _save_sheet(self) -> None:
        self._ways.save_sheet(self)

    @Slot()
    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._key.code)

    @Slot()
    def _seal_code(self) -> None:
        recipient = self.recipient.text().strip()
        if self._ways.seal(self, recipient):
            self.sealed_for = recipient
            self._look()

    def done(self, result: int) -> None:
        """Close, and leave no code on the clipboard."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self._key.code:
            clipboard.clear()
        super().done(result)

    def accept(self) -> None:
        """Close, unless no way back is confirmed."""
        if self._only_sheet or self.is_confirmed():
            super().accept()
