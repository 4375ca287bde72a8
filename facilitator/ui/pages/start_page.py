"""The start page: dialogues at hand, a new one, the example, and a place to drop a file."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.domain.pack import PackPersona
from facilitator.services.catalog import SessionCard, list_sessions
from facilitator.services.removing import is_due
from facilitator.services.repairing import is_damaged
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.language import day_text, locale, number_text
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.portraits import Portrait
from facilitator.ui.kit.surfaces import FlowLayout, ScrollColumn, Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, QUESTION, TITLE
from facilitator.ui.pages.kept_files import KeptFiles
from facilitator.ui.widgets.dialogue_card import DialogueCard
from facilitator.ui.widgets.drop_zone import DropZone

FACES = 13


class StartPage(Page):
    """Lists the dialogues of the folder and those opened lately."""

    def __init__(self, context: Context, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._folder = folder
        self._cards: list[DialogueCard] = []
        theme = context.theme
        whole = column(self, theme)
        scroll = ScrollColumn(theme, self, (44, 64, 32, 64), 24)
        whole.addWidget(scroll)
        scroll.body.addLayout(self._make_top())
        self.kept = KeptFiles(context, self)
        self.kept.wanted.connect(self.deed_requested)
        self.kept.damage_shown.connect(self._hide_damaged)
        scroll.body.addWidget(self.kept)
        self._list = QWidget()
        self._flow = FlowLayout(self._list, theme.gap(24))
        scroll.body.addWidget(self._list)
        self._empty = self._make_empty()
        scroll.body.addWidget(self._empty)
        self._zone = DropZone(theme, self.tr("Drag a dialogue file, an export or a survey (CSV) here"))
        scroll.body.addWidget(self._zone)
        scroll.body.addStretch(1)
        scroll.body.addWidget(self._make_faces())

    def _make_top(self) -> QGridLayout:
        theme = self.context.theme
        words = QVBoxLayout()
        words.setSpacing(theme.gap(4))
        greeting = self._greeting(self.context.now())
        size = QUESTION if theme.scale <= 1.5 else TITLE
        title = PlainLabel(greeting, font=theme.font(size, bold=True), wrap=True)
        title.setObjectName("greeting")
        words.addWidget(title)
        words.addWidget(PlainLabel(self.tr("Everything stays on this computer."), tone="quiet", wrap=True))
        buttons = QWidget()
        beside = theme.scale <= 1.25
        line = row(buttons, theme, spacing=16) if beside else FlowLayout(buttons, theme.gap(12))
        self._new = Button(theme, self.tr("New dialogue"), self, variant="primary")
        pairs = (
            ("open", Button(theme, self.tr("Open"), self)),
            ("open_example", Button(theme, self.tr("Look at the example"), self)),
            ("new_dialogue", self._new),
        )
        for id, button in pairs:
            button.setObjectName(f"start_{id}")
            button.clicked.connect(self._ask_action)
            line.addWidget(button)
        top = QGridLayout()
        top.setHorizontalSpacing(theme.gap(32))
        top.setVerticalSpacing(theme.gap(16))
        top.addLayout(words, 0, 0)
        top.setColumnStretch(0, 1)
        if beside:
            top.addWidget(buttons, 0, 1, Qt.AlignmentFlag.AlignBottom)
        else:
            top.addWidget(buttons, 1, 0)
        return top

    def _greeting(self, now: datetime) -> str:
        if 5 <= now.hour < 12:
            return self.tr("Good morning. What is the conversation about?")
        if 12 <= now.hour < 18:
            return self.tr("Good afternoon. What is the conversation about?")
        return self.tr("Good evening. What is the conversation about?")

    def _make_empty(self) -> Surface:
        theme = self.context.theme
        card = Surface("card")
        inner = column(card, theme, (24,), 8)
        title = self.tr("No dialogues here yet")
        inner.addWidget(PlainLabel(title, font=theme.font(LEAD, bold=True), wrap=True))
        text = self.tr(
            "Begin a new dialogue, or look at the example first: a whole dialogue in Twente, "
            "from the first note to the advice."
        )
        inner.addWidget(PlainLabel(text, font=theme.font(BODY), tone="quiet", wrap=True))
        return card

    def _make_faces(self) -> QWidget:
        """Return the row of people one looks through, from the packs there are."""
        theme = self.context.theme
        people: dict[str, PackPersona] = {}
        for pack in self.context.library.packs.values():
            for persona in pack.personas:
                people.setdefault(persona.id, persona)
        faces = QWidget()
        flow = FlowLayout(faces, theme.gap(16))
        for persona in list(people.values())[:FACES]:
            face = Portrait(theme, 40)
            face.show_person(persona.portrait, persona.name)
            texts = persona.texts.get(self.context.language) or next(iter(persona.texts.values()), {})
            plain_tooltip(face, f"{persona.name}\n{texts.get('line', '')}".strip())
            flow.addWidget(face)
        return faces

    # ── the list ────────────────────────────────────────────────────────────

    def refresh(self, changes: ChangeSet | None) -> None:
        for card in self._cards:
            self._flow.removeWidget(card)
            card.deleteLater()
        self._cards = []
        all_found = list_sessions(self._folder, self.context.settings.recent)
        for found in all_found:
            if found.error is not None and found.error.code == "store.missing":
                continue
            card = self._make_card(found)
            card.setProperty("file", str(found.path))
            card.clicked.connect(self._ask_open)
            self._flow.addWidget(card)
            self._cards.append(card)
            card.show()
        lines = max((card.title_lines() for card in self._cards), default=1)
        for card in self._cards:
            card.reserve_lines(lines)
        there = [one for one in all_found if one.error is None or one.error.code != "store.missing"]
        damaged = [one.path for one in there if one.error is not None and is_damaged(one.error)]
        self.kept.look([one.path for one in there if one.error is None], damaged)
        self._list.setVisible(bool(self._cards))
        self._empty.setVisible(not self._cards)

    def _make_card(self, found: SessionCard) -> DialogueCard:
        theme, language = self.context.theme, self.context.language
        today = self.context.now().date()
        if found.error is not None and found.error.code == "store.locked":
            when = self.tr("Locked · {day}").format(day=self._when(found.modified))
            return DialogueCard(theme, found.title, found.path.name, when, parent=self._list)
        if found.error is not None:
            where = found.path.name
            return DialogueCard(
                theme, found.title, where, self.tr("Cannot be opened"), parent=self._list, faulty=True
            )
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
            day = day_text(found.retention, language, today)
            notes = self.tr("To be removed: {day}").format(day=day)
        steps = (found.step_index + 1, found.step_count)
        return DialogueCard(theme, found.title, where, notes, steps, self._list, faulty=due)

    def _when(self, modified: float) -> str:
        now = self.context.now()
        then = datetime.fromtimestamp(modified)
        days = (now.date() - then.date()).days
        if days <= 0:
            return self.tr("today")
        if days == 1:
            return self.tr("yesterday")
        if days < 7:
            return locale(self.context.language).dayName(then.isoweekday())
        return day_text(then.date().isoformat(), self.context.language, now.date())

    @Slot(object)
    def _hide_damaged(self, shown: list[Path]) -> None:
        """Take away the small cards of files that have a larger one now."""
        double = [card for card in self._cards if Path(str(card.property("file"))) in shown]
        for card in double:
            self._flow.removeWidget(card)
            self._cards.remove(card)
            card.deleteLater()
        self._list.setVisible(bool(self._cards))

    def cards(self) -> list[DialogueCard]:
        """Return the cards on screen."""
        return list(self._cards)

    @Slot()
    def _ask_open(self) -> None:
        sender = self.sender()
        if isinstance(sender, DialogueCard):
            self.open_requested.emit(Path(str(sender.property("file"))))

    @Slot()
    def _ask_action(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.action_requested.emit(sender.objectName().removeprefix("start_"))

    # ── what the window asks ────────────────────────────────────────────────

    def first_focus(self) -> QWidget:
        return self._cards[0] if self._cards else self._new

    def panes(self) -> list[QWidget]:
        return [self._new, *self._cards[:1]]

    def commands(self) -> dict[str, Callable[[], object]]:
        return {}

    def show_drop(self, on: bool) -> None:
        self._zone.show_hover(on)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
