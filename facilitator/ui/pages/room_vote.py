"""Voting in the room: from setting a round up to counting it, for the page it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Ballot
from facilitator.services import voting
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from facilitator.ui.dialogs.count_dialog import CountDialog
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.places import Places

OURS = ("ballot.", "pile.")
"""Beginnings of the names of edits that are undone while one counts."""
VOTES = frozenset(("ballot", "pile"))
NEW = Ballot(id="")


class RoomVote(QObject):
    """Lets the operator count for ``subject``; ``chosen`` gives what a new round is about, none for all."""

    def __init__(self, page: Page, subject: str, chosen: Callable[[], list[str]] | None = None) -> None:
        super().__init__(page)
        self._page = page
        self._subject = subject
        self._chosen = chosen
        self._session = page.context.dialogue
        self._dialog: CountDialog | None = None

    def may_open(self) -> bool:
        """Tell whether there is anything to count or to look at."""
        state = self._session.state
        there = state.insights if self._subject == "insight" else state.advices
        return bool(there if not self._session.store.readonly else state.ballots)

    def outdates(self, changes: ChangeSet | None) -> bool:
        """Tell whether a change of votes calls for a fresh look; not while the counting hides the page."""
        return changes is not None and self._dialog is None and bool(VOTES & changes.entities)

    def open(self) -> None:
        """Count on in the newest open round of this subject, or set one up first."""
        rounds = [ballot for ballot in self._session.state.ballots if ballot.subject == self._subject]
        going = [ballot for ballot in rounds if not ballot.closed]
        if self._session.store.readonly:
            ballot = self._session.state.ballots[-1].id
        else:
            ballot = (going or rounds)[-1].id if rounds else self._set_up(self._page)
        if not ballot:
            return
        dialog = self._dialog = CountDialog(self._page.context, ballot, self._page.window())
        dialog.added.connect(self._add)
        dialog.recounted.connect(self._recount)
        dialog.taken.connect(self._take)
        dialog.asked.connect(self._do)
        dialog.exec()
        self._dialog = None
        dialog.deleteLater()
        self._page.refresh(None)

    def _set_up(self, parent: QObject) -> str:
        """Ask for a new round and start it; return its id, or an empty text."""
        state = self._session.state
        number = len(state.ballots) + 1
        people = max((meeting.people for meeting in state.meetings if meeting.channel == "large"), default=0)
        hands = self._subject == "advice"
        chosen = self._chosen() if self._chosen is not None else []
        start = replace(
            NEW,
            title=self.tr("Round {number}").format(number=number),
            subject=self._subject,
            method="hands" if hands else "dots",
            people=people,
            targets=tuple(chosen) if len(chosen) > 1 else (),
        )
        fields = BallotDialog.ask(self._page.context, start, self._dialog or self._page)
        return (self._session.run(voting.new_ballot, **fields) or "") if fields is not None else ""

    # --- counting ---

    def _add(self, target: str, unit: str, choice: str, count: int) -> None:
        if self._dialog is not None:
            self._session.run(voting.add_pile, self._dialog.ballot, target, count, unit=unit, choice=choice)

    def _recount(self, target: str, unit: str, choice: str, count: int) -> None:
        if self._dialog is not None:
            self._session.run(voting.recount, self._dialog.ballot, target, count, unit=unit, choice=choice)

    def _take(self, target: str, unit: str, choice: str) -> None:
        if self._dialog is not None:
            self._session.run(voting.take_last, self._dialog.ballot, target, unit=unit, choice=choice)

    def _do(self, what: str) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        wishes: dict[str, Callable[[CountDialog], object]] = {
            "new": self._new,
            "setup": self._change,
            "close": lambda shown: self._session.run(voting.close_ballot, shown.ballot),
            "reopen": lambda shown: self._session.run(voting.reopen_ballot, shown.ballot),
            "take_over": self._take_over,
            "undo": lambda shown: self._turn(shown, back=True),
            "redo": lambda shown: self._turn(shown, back=False),
        }
        wishes[what](dialog)

    def _new(self, dialog: CountDialog) -> None:
        made = self._set_up(dialog)
        if made:
            dialog.show_round(made)

    def _change(self, dialog: CountDialog) -> None:
        ballot = self._session.state.ballot(dialog.ballot)
        if ballot is None:
            return
        counted = any(pile.ballot == ballot.id for pile in self._session.state.piles)
        verb = self.tr("Keep this")
        fields = BallotDialog.ask(self._page.context, ballot, dialog, counted=counted, verb=verb)
        if fields is not None:
            self._session.run(voting.update_ballot, ballot.id, **fields)

    def _take_over(self, dialog: CountDialog) -> None:
        count = self._session.run(voting.take_over, dialog.ballot)
        if count is not None:
            text = self.tr("The votes stand with %n piece(s) of advice.", "", count)
            dialog.say(text)
            self._page.notice_requested.emit(Notice("info", text, key="votes"))

    def _turn(self, dialog: CountDialog, *, back: bool) -> None:
        """Undo or redo, but only what was done while voting: the rest is not on screen here."""
        store = self._session.store
        label = (store.undo_label if back else store.redo_label) or ""
        if not label.startswith(OURS):
            dialog.say(
                self.tr("There is nothing to undo here.")
                if back
                else self.tr("There is nothing to redo here.")
            )
            return
        change = self._session.run(SessionStore.undo if back else SessionStore.redo)
        if change is None:
            return
        place = Places(self._page.context, dialog).of_changes(change).words
        words = self._page.context.words.edit(label)
        text = self.tr("Undone: {what} ({where})") if back else self.tr("Done again: {what} ({where})")
        dialog.say(text.format(what=words, where=place))
