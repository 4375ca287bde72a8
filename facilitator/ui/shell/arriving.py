"""What the window says when a dialogue file comes from elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from facilitator.domain.errors import UserError
from facilitator.services.opening import Opened
from facilitator.ui.kit.dialog import ask
from facilitator.ui.kit.notices import Notice
from facilitator.ui.shell.frame import Frame
from facilitator.ui.shell.merged import merged_notice

KEY = "arrived"


class Arriving(QObject):
    """Tells that a copy is used, and asks what to do with a dialogue that is here already.

    Attributes:
        passing: A file that is there for a moment only: about that one is asked at once.
    """

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.passing: Path | None = None
        window.desk.taken_in.connect(self.tell)
        window.desk.twin_met.connect(self.ask)

    @Slot(object)
    def tell(self, opened: Opened) -> None:
        """Say where the words came from and where they are kept now."""
        if opened.looking:
            text = self.tr("You are only looking at {name}. Nothing of it is kept on this computer.")
            self._say(Notice("info", text.format(name=opened.store.path.name), key=KEY))
        elif opened.taken_from is not None:
            text = self.tr(
                "{name} comes from elsewhere. You work in your own copy: {own}. The file is left as it is."
            )
            text = text.format(name=opened.taken_from.name, own=opened.store.path)
            self._say(Notice("warning", text, key=KEY))

    @Slot(object)
    def ask(self, error: UserError) -> None:
        """Offer to take in what is new in a copy of a dialogue that is here already, or to look at it."""
        path, own = Path(str(error.details["path"])), Path(str(error.details["own"]))
        if path == self.passing:
            self._ask_now(path, own)
            return
        text = self.tr("You have this dialogue already: {own}. Take in what is new in {name}, or only look?")
        notice = Notice(
            "warning",
            text.format(own=own.name, name=path.name),
            self.tr("Take in what is new"),
            lambda: self._merge(path, own),
            key=KEY,
            second_label=self.tr("Only look"),
            second_action=lambda: self._window.desk.open(path, twin="look"),
        )
        self._say(notice)

    def _ask_now(self, path: Path, own: Path) -> None:
        window = self._window
        lead = self.tr("It is in {own}. What is new in {name} can be added to it.")
        if ask(
            window.context,
            window,
            self.tr("You have this dialogue already"),
            lead.format(own=own.name, name=path.name),
            self.tr("Take in what is new"),
            self.tr("Leave it as it is"),
        ):
            self._merge(path, own)

    def _merge(self, path: Path, own: Path) -> None:
        desk = self._window.desk
        # The one that is here is opened first: its own words count, and what is new can be undone there.
        if not desk.open(own):
            return
        report = desk.merge(path)
        if report is not None:
            text = self.tr("{name} has been added: %n new change(s).", "", report.edits)
            told = merged_notice(
                self._window.context.words,
                self._window.context.dialogue.state,
                text.format(name=path.name),
                report,
                KEY,
            )
            self._say(told)

    def _say(self, notice: Notice) -> None:
        self._window.notify(notice)
