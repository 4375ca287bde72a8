"""The start page: dialogues at hand, a new one, the example, and a place to drop a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.domain.pack import PackPersona
from facilitator.services.catalog import SessionCard, list_sessions
from facilitator.services.repairing import is_damaged
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.portraits import Portrait
from facilitator.ui.kit.surfaces import FlowLayout, ScrollColumn, Surface, column, row
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.kit.theme import BODY, LEAD, QUESTION, TITLE
from facilitator.ui.pages.folder_watch import FolderWatch
from facilitator.ui.pages.kept_files import KeptFiles
from facilitator.ui.pages.start_list import DialogueList, holds
from facilitator.ui.widgets.dialogue_card import DialogueCard
from facilitator.ui.widgets.drop_zone import DropZone

FACES = 13


@dataclass(frozen=True, slots=True)
class _List:
    folder: Path
    recent: tuple[str, ...]

    def __call__(self, _handle: Handle, /) -> list[SessionCard]:
        return list_sessions(self.folder, self.recent)


class StartPage(Page):
    """Lists the dialogues of the folder and those opened lately."""

    def __init__(self, context: Context, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._folder = folder
        self._looking = self._once_more = False
        theme = context.theme
        whole = column(self, theme)
        scroll = ScrollColumn(theme, self, (44, 64, 32, 64), 24)
        whole.addWidget(scroll)
        scroll.body.addLayout(self._make_top())
        self.kept = KeptFiles(context, self)
        self.kept.wanted.connect(self.deed_requested)
        scroll.body.addWidget(self.kept)
        self.list = DialogueList(context, self)
        self.list.open_wanted.connect(self.open_requested)
        self.list.wanted.connect(self.deed_requested)
        scroll.body.addWidget(self.list)
        self._empty = self._make_empty()
        scroll.body.addWidget(self._empty)
        self.kept.shown.connect(self.list.leave_out)
        self._lost = Button(theme, "", self, variant="quiet")
        self._lost.setObjectName("start_lost")
        self._lost.clicked.connect(self._ask_action)
        self._lost.hide()
        self.kept.lost.connect(self._show_lost)
        scroll.body.addWidget(self._lost, 0, Qt.AlignmentFlag.AlignLeft)
        self._zone = DropZone(theme)
        scroll.body.addWidget(self._zone)
        scroll.body.addStretch(1)
        scroll.body.addWidget(self._make_faces())
        watch = FolderWatch(folder, self)
        watch.changed.connect(self.look_again)

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
        """Read the folder now."""
        self._show_found(list_sessions(self._folder, self.context.settings.recent))

    @Slot()
    def look_again(self) -> None:
        """Read the folder anew, beside the window; what is the same stays as it is."""
        if not self.isVisible():
            return
        if self._looking:
            self._once_more = True
            return
        self._looking = True
        task = self.context.tasks.start(_List(self._folder, self.context.settings.recent))
        task.succeeded.connect(self._show_found)
        task.finished.connect(self._looked)

    @Slot()
    def _looked(self) -> None:
        self._looking = False
        if self._once_more:
            self._once_more = False
            self.look_again()

    @Slot(object)
    def _show_found(self, found: list[SessionCard]) -> None:
        there = [one for one in found if one.error is None or one.error.code != "store.missing"]
        stood = self._stands_in_list()
        self.list.show_found(there)
        damaged = [one.path for one in there if one.error is not None and is_damaged(one.error)]
        newer = [one.path for one in there if one.error is not None and one.error.code == "store.newer"]
        self.kept.look([one.path for one in there if one.error is None], damaged, newer)
        self._empty.setVisible(not there)
        if stood and not self.list.cards():
            self._new.setFocus()

    @Slot(object)
    def _show_lost(self, count: int) -> None:
        self._lost.setText(self.tr("%n dialogue(s) gone from the place where they lay…", "", count))
        self._lost.setVisible(count > 0)

    def _stands_in_list(self) -> bool:
        focused = self.window().focusWidget()
        return any(holds(card, focused) for card in self.list.cards())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Folders on a network or a stick do not always tell; who comes back from there wants to see it.
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_again()

    def cards(self) -> list[DialogueCard]:
        """Return the cards on screen."""
        return self.list.cards()

    @Slot()
    def _ask_action(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.action_requested.emit(sender.objectName().removeprefix("start_"))

    # ── what the window asks ────────────────────────────────────────────────

    def first_focus(self) -> QWidget:
        cards = self.cards()
        return cards[0] if cards else self._new

    def panes(self) -> list[QWidget]:
        return [self._new, *self.cards()[:1]]

    def commands(self) -> dict[str, Callable[[], object]]:
        return {}

    def show_drop(self, on: bool) -> None:
        self._zone.show_hover(on)
