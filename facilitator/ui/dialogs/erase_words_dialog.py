"""Looking for what tells of a person, ticking where it goes, and what stands there instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from facilitator.domain.errors import UserError
from facilitator.services.erasing import REPLACEMENT_LIMIT, Place
from facilitator.services.handed_out import HandedOut
from facilitator.services.personal_data import REPLACEMENTS
from facilitator.ui.dialogs.handed_out_list import HandedOutList
from facilitator.ui.dialogs.tick_list import TickList
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import row
from facilitator.ui.kit.theme import SMALL

Finder = Callable[[str, bool], list[Place]]
ROWS = 6


@dataclass(frozen=True, slots=True)
class WordsWish:
    """What is to be erased: these words, whole or as parts of words, in these places."""

    words: str
    whole: bool
    instead: str
    places: tuple[Place, ...]


class EraseWordsDialog(Dialog):
    """Finds words by ``find(words, whole)`` and gives back where they are to go."""

    def __init__(
        self,
        context: Context,
        find: Finder,
        out: Sequence[HandedOut] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context,
            self.tr("Erase somebody’s data"),
            parent,
            lead=self.tr(
                "The words go for good, from the history and the backups too. This cannot be undone."
            ),
        )
        self.set_width(760)
        self._find = find
        self._places: dict[str, Place] = {}
        self._looked_for = ("", True)
        self._build_search()
        self.found = PlainLabel("", self, font=self.theme.font(SMALL), tone="quiet", wrap=True)
        self.found.setObjectName("found")
        self.body.addWidget(self.found)
        self.list = TickList(self.theme, ROWS, self)
        self.list.setObjectName("places")
        self.list.setAccessibleName(self.tr("Where the words stand"))
        self.list.hide()
        self.body.addWidget(self.list, 1)
        self.instead = LineField(self.theme, self)
        self.instead.limit = REPLACEMENT_LIMIT
        self.instead.setObjectName("instead")
        self.instead.setText(
            REPLACEMENTS.get(context.dialogue.state.dialogue.language, REPLACEMENTS["en"])["name"]
        )
        self.add_field(self.tr("Put this there instead"), self.instead)
        if out:
            self.body.addWidget(HandedOutList(context, out, self))
        self.erase = self.add_buttons(self.tr("Erase for good"), self.tr("Cancel"), danger=True)
        self.erase.setEnabled(False)
        self.list.changed.connect(self._count)
        self.instead.textChanged.connect(self._count)
        self.words.setFocus()

    def _build_search(self) -> None:
        theme = self.theme
        line = QWidget(self)
        beside = row(line, theme, spacing=8)
        self.words = LineField(theme, line)
        self.words.setObjectName("words")
        self.search = Button(theme, self.tr("Search"), line, icon="search", keys="Enter")
        self.search.setAutoDefault(False)
        beside.addWidget(self.words, 1)
        beside.addWidget(self.search)
        name = self.add_field(self.tr("Name or words"), line)
        name.setBuddy(self.words)
        self.words.setAccessibleName(self.tr("Name or words"))
        self.part = QCheckBox(self.tr("Also as a part of a longer word"), self)
        self.part.setFont(theme.font())
        self.body.addWidget(self.part)
        self.search.clicked.connect(self.look)
        self.part.toggled.connect(self._again)

    @Slot()
    def _again(self) -> None:
        if self._looked_for[0]:
            self.look()

    @Slot()
    def look(self) -> None:
        """Look for the words and list the places, all ticked."""
        words, whole = self.words.text().strip(), not self.part.isChecked()
        try:
            places = self._find(words, whole)
        except UserError as error:
            self._show((), self.context.words.error(error))
            return
        self._looked_for = (words, whole)
        earlier = sum(not place.count for place in places)
        if not places:
            told = self.tr("‘{words}’ stands nowhere, and never did.").format(words=words)
        else:
            told = self.tr("Found in %n place(s).", "", len(places))
            if earlier:
                told += " " + self.tr("%n of these stood there earlier and were changed since.", "", earlier)
        self._show(places, told)
        if places:
            self.list.setFocus()

    def _show(self, places: Sequence[Place], told: str) -> None:
        self._places = {place.key: place for place in places}
        self.list.set_lines([(place.key, self._line(place)) for place in places], [True] * len(places))
        self.found.setText(told)
        self.list.setVisible(bool(places))
        if self.height() < self.sizeHint().height():
            self.resize(self.sizeHint())
        self._count()

    def _line(self, place: Place) -> str:
        what = self._kind(place.entity)
        if not place.living:
            what = self.tr("{what} (deleted)").format(what=what)
        elif not place.count:
            what = self.tr("{what} (earlier)").format(what=what)
        return f"{what}: {place.excerpt}"

    def _kind(self, entity: str) -> str:
        names = {
            "dialogue": self.tr("About the dialogue"),
            "meeting": self.tr("Meeting"),
            "persona": self.tr("Persona"),
            "note": self.tr("Note"),
            "picture": self.tr("Picture"),
            "insight": self.tr("Insight"),
            "goal": self.tr("Goal"),
            "advice": self.tr("Advice"),
            "reply": self.tr("Answer"),
            "action": self.tr("Appointment"),
            "gate": self.tr("Reason to go on"),
            "participant": self.tr("Participant"),
            "ballot": self.tr("Round of voting"),
            "decision": self.tr("Decision"),
        }
        return names.get(entity, entity)

    @Slot()
    def _count(self) -> None:
        ticked = len(self.list.ticked())
        self.erase.setEnabled(ticked > 0 and bool(self.instead.text().strip()))
        words = self.tr("Erase in %n place(s)", "", ticked) if ticked else self.tr("Erase for good")
        self.erase.set_words(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.focusWidget() is self.words:
            self.look()
        # Elsewhere Enter does nothing by habit: what it would do, nothing takes back.

    def value(self) -> WordsWish:
        """Return what was looked for, where it was ticked, and what stands there instead."""
        words, whole = self._looked_for
        places = tuple(self._places[key] for key in self.list.ticked())
        return WordsWish(words, whole, self.instead.text().strip(), places)

    @classmethod
    def ask(
        cls, context: Context, parent: QWidget, find: Finder, out: Sequence[HandedOut] = ()
    ) -> WordsWish | None:
        """Return what is to be erased, or None."""
        dialog = cls(context, find, out, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
