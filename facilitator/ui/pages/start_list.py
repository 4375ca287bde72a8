"""The cards of the dialogues on the start page; one that stays keeps its place, its focus and its widget."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.services.catalog import SessionCard
from facilitator.services.removing import is_due
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.language import day_text, locale, number_text
from facilitator.ui.kit.surfaces import FlowLayout
from facilitator.ui.pages.kept_files import Deed, Unwanted
from facilitator.ui.widgets.dialogue_card import CardFace, DialogueCard


class DialogueList(QWidget):
    """Shows a card per file.

    Signals:
        open_wanted: The path of the file to open.
        wanted: A Deed.
    """

    open_wanted = Signal(object)
    wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found: list[SessionCard] = []
        self._larger: Collection[Path] = ()
        self._cards: dict[Path, DialogueCard] = {}
        self._flow = FlowLayout(self, context.theme.gap(24))

    def cards(self) -> list[DialogueCard]:
        """Return the cards on screen, in their order."""
        return list(self._cards.values())

    def show_found(self, found: Sequence[SessionCard]) -> None:
        """Show these files; those that cannot be opened stand behind those that can."""
        self._found = sorted(found, key=_is_stuck)
        self._lay_out()

    def leave_out(self, paths: Collection[Path]) -> None:
        """Show no card of files that have a larger one elsewhere on the page."""
        self._larger = paths
        self._lay_out()

    def _lay_out(self) -> None:
        before, old = list(self._cards), self._cards
        shown = [one for one in self._found if one.path not in self._larger]
        focused = self.window().focusWidget()
        place = next((n for n, path in enumerate(before) if holds(old[path], focused)), -1)
        self.setUpdatesEnabled(False)
        self._cards = {one.path: self._card(one, old.get(one.path)) for one in shown}
        gone = [old[path] for path in before if path not in self._cards]
        if before != list(self._cards):
            while self._flow.takeAt(0) is not None:
                pass
            for card in self._cards.values():
                self._flow.addWidget(card)
                card.show()
        self._set_order(self.cards())
        if place >= 0 and before[place] not in self._cards and self._cards:
            # The one somebody stood on is gone: its neighbour takes over, not the top of the page.
            self.cards()[min(place, len(self._cards) - 1)].setFocus()
        for card in gone:
            card.hide()
            card.deleteLater()
        self.setVisible(bool(self._cards))
        self.setUpdatesEnabled(True)

    def _set_order(self, cards: Sequence[DialogueCard]) -> None:
        """Let Tab go as the eye does, and cards side by side be as high."""
        lines = max((card.title_lines() for card in cards), default=1)
        previous: QWidget | None = None
        for card in cards:
            card.reserve_lines(lines)
            for part in (card, card.more):
                if previous is not None:
                    QWidget.setTabOrder(previous, part)
                previous = part

    def _card(self, found: SessionCard, known: DialogueCard | None) -> DialogueCard:
        face = self._face(found)
        if known is not None:
            known.show_face(face)
            return known
        card = DialogueCard(self._context.theme, face, self)
        card.setProperty("file", str(found.path))
        card.clicked.connect(self._ask_open)
        card.menu_wanted.connect(self._show_menu)
        return card

    # ── what a card says ────────────────────────────────────────────────────

    def _face(self, found: SessionCard) -> CardFace:
        if found.error is not None:
            return self._face_of_shut(found, found.error.code)
        context = self._context
        language, today = context.language, context.now().date()
        day = day_text(found.date, language, today) if found.date else ""
        # The day first: a long name of a place may be cut, the day may not.
        where = " · ".join(part for part in (day, found.place) if part) or found.path.name
        count = self.tr("%n note(s)", "", found.notes)
        if found.notes > 999:
            count = count.replace(str(found.notes), number_text(found.notes, language))
        looking = "" if _may_write(found.path) else self.tr("view only")
        notes = " · ".join(part for part in (count, self._when(found.modified), looking) if part)
        due = is_due(found.retention, today)
        if due:
            notes = self.tr("To be removed: {day}").format(day=day_text(found.retention, language, today))
        steps = (found.step_index + 1, found.step_count)
        return CardFace(found.title, where, notes, steps, "clock" if due else "", due, more=due)

    def _face_of_shut(self, found: SessionCard, code: str) -> CardFace:
        if code == "store.locked":
            when = self.tr("Locked · {day}").format(day=self._when(found.modified))
            return CardFace(found.title, found.path.name, when, sign="lock", more=True)
        words = {
            "store.damaged": self.tr("Damaged"),
            "store.newer": self.tr("From a newer version"),
            "store.foreign": self.tr("Not a dialogue"),
            "store.not_readable": self.tr("You may not read it"),
            "store.io": self.tr("The disk does not answer"),
        }
        text = words.get(code, self.tr("Cannot be opened"))
        return CardFace(found.title, found.path.name, text, sign="error", faulty=True, more=True)

    def _when(self, modified: float) -> str:
        now = self._context.now()
        then = datetime.fromtimestamp(modified)
        days = (now.date() - then.date()).days
        if days <= 0:
            return self.tr("today")
        if days == 1:
            return self.tr("yesterday")
        if days < 7:
            return locale(self._context.language).dayName(then.isoweekday())
        return day_text(then.date().isoformat(), self._context.language, now.date())

    # ── what can be done ────────────────────────────────────────────────────

    @Slot()
    def _ask_open(self) -> None:
        sender = self.sender()
        if isinstance(sender, DialogueCard):
            self.open_wanted.emit(Path(str(sender.property("file"))))

    @Slot(object)
    def _show_menu(self, place: QPoint) -> None:
        card = self.sender()
        if isinstance(card, DialogueCard):
            menu = self.menu_of(card)
            menu.popup(place)

    def menu_of(self, card: DialogueCard) -> QMenu:
        """Return a menu with what can be done with the file of a card."""
        path = Path(str(card.property("file")))
        locked = card.face.sign == "lock"
        menu = QMenu(card)
        menu.aboutToHide.connect(menu.deleteLater)
        opening = self.tr("Open with its key…") if locked else self.tr("Open")
        menu.addAction(opening, lambda: self.open_wanted.emit(path))
        about = Unwanted(path, card.face.title)
        menu.addAction(self.tr("Remove…"), lambda: self.wanted.emit(Deed("remove", about)))
        return menu


def _is_stuck(one: SessionCard) -> bool:
    return one.error is not None and one.error.code != "store.locked"


def holds(part: QWidget, focused: QWidget | None) -> bool:
    """Tell whether the focus is on a part of the page, or in it."""
    return focused is not None and (focused is part or part.isAncestorOf(focused))


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
