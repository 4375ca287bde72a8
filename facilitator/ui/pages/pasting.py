"""A pasted text becomes notes: parted beside the window when there is much of it, and looked over first."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Slot

from facilitator.domain.errors import UserError
from facilitator.domain.text import QUICK_PASTE, pasted_notes
from facilitator.ui.dialogs.paste_dialog import PasteDialog
from facilitator.ui.kit.notices import refusal
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.tasks import Handle

_TURN = 0.002
"""Seconds the window gets between two stretches of a long text."""


class Pasting(QObject):
    """Parts a text into notes and asks which of them stick."""

    def __init__(self, page: Page, about: Callable[[], str], stick: Callable[[list[str]], object]) -> None:
        super().__init__(page)
        self._page = page
        self._about = about
        self._stick = stick
        self._busy = False

    def take(self, text: str) -> None:
        """Offer ``text`` as notes; one at a time."""
        if self._busy:
            return
        if len(text) <= QUICK_PASTE:
            self._offer(pasted_notes(text))
            return
        self._busy = True
        task = self._page.context.tasks.start(partial(_parted, text))
        task.succeeded.connect(self._offer)
        task.failed.connect(self._refuse)
        task.finished.connect(self._done)

    @Slot()
    def _done(self) -> None:
        self._busy = False

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._page.notice_requested.emit(refusal(self._page.context.words, error))

    @Slot(object)
    def _offer(self, lines: object) -> None:
        found = cast("list[str]", lines)
        if found:
            chosen = PasteDialog.ask(self._page.context, self._page, found, self._about())
            if chosen:
                self._stick(chosen)


def _parted(text: str, handle: Handle) -> list[str]:
    def rest() -> None:
        time.sleep(_TURN)

    return pasted_notes(text, rest)
