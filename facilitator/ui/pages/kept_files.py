"""What waits on the start page: dialogues this laptop kept, and damaged files, each with its ways on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator import paths
from facilitator.services import key_finding, lost, repairing
from facilitator.services.lost import Lost
from facilitator.services.repairing import Damage
from facilitator.services.rescuing import Rescued
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.language import moment_text
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import FlowLayout, Surface, column, row
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.kit.theme import BODY, LEAD

MOST = 10
"""Damaged files looked into; the rest say what they are when they are opened."""


@dataclass(frozen=True, slots=True)
class Unwanted:
    """A file somebody wants to be rid of, and what it is known by.

    Attributes:
        alone: Only the file itself: what else is known of its dialogue stays.
    """

    path: Path
    title: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """What a button asks for.

    Attributes:
        name: ``open_rescued``, ``save_rescued``, ``use_backup``, ``look``, ``save_readable`` or ``remove``.
        about: The Rescued, the Damage or the Unwanted it is about.
    """

    name: str
    about: Rescued | Damage | Unwanted


@dataclass(frozen=True, slots=True)
class _Found:
    rescued: list[Rescued]
    damaged: list[Damage]
    newer: list[Damage]
    lost: list[Lost] = field(default_factory=list[Lost])


@dataclass(frozen=True, slots=True)
class _Look:
    present: tuple[Path, ...]
    damaged: tuple[Path, ...]
    newer: tuple[Path, ...]
    second: str

    def __call__(self, handle: Handle, /) -> _Found:
        more = (Path(self.second),) if self.second else ()
        damaged: list[Damage] = []
        newer: list[Damage] = []
        for found, wanted in ((damaged, self.damaged), (newer, self.newer)):
            for path in wanted[:MOST]:
                if not handle.is_cancelled():
                    key = key_finding.kept_key(path) if key_finding.wants_key(path) else None
                    found.append(repairing.damage_of(path, more, key))
        homeless = repairing.homeless(paths.rescued(), self.present)
        return _Found(homeless, damaged, newer, lost.lost(self.present, more))


class KeptFiles(QWidget):
    """Cards with words and buttons; they come when the files were looked into, beside the window.

    Signals:
        wanted: A Deed.
        shown: Paths of the files that have a card here now.
        lost: Number of dialogues whose file is gone while there are backups of them.
    """

    wanted = Signal(object)
    shown = Signal(object)
    lost = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cards: list[Surface] = []
        self._whole: QVBoxLayout = column(self, context.theme, spacing=12)
        self._round = 0
        self._found: _Found | None = None
        self.hide()

    def look(self, present: Sequence[Path], damaged: Sequence[Path], newer: Sequence[Path] = ()) -> None:
        """Find out what there is to show for the files of the start page."""
        self._round += 1
        second = self._context.settings.second_backup
        task = self._context.tasks.start(_Look(tuple(present), tuple(damaged), tuple(newer), second))
        _Answer(self, self._round, task.succeeded)

    def take(self, round_: int, found: _Found) -> None:
        """Show what was found, unless it was asked anew since."""
        if round_ == self._round:
            self.show_found(found.rescued, found.damaged, found.newer)
            self.lost.emit(len(found.lost))

    def show_found(
        self, rescued: Sequence[Rescued], damaged: Sequence[Damage], newer: Sequence[Damage] = ()
    ) -> None:
        """Show a card for each; those that are there already stay as they are."""
        found = _Found(list(rescued), list(damaged), list(newer))
        if found != self._found:
            self._found = found
            self._make_cards(found)
        self.shown.emit([one.path for one in (*damaged, *newer)])

    def _make_cards(self, found: _Found) -> None:
        focused = self.window().focusWidget()
        was = focused.accessibleName() if focused is not None and self.isAncestorOf(focused) else ""
        self.setUpdatesEnabled(False)
        for card in self._cards:
            self._whole.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [
            *(self._of_rescued(one) for one in found.rescued),
            *(self._of_damage(one) for one in found.damaged),
            *(self._of_newer(one) for one in found.newer),
        ]
        for card in self._cards:
            self._whole.addWidget(card)
            card.show()
        self.setVisible(bool(self._cards))
        for button in self.findChildren(Button):
            if was and button.isVisible() and button.accessibleName() == was:
                button.setFocus()
        self.setUpdatesEnabled(True)

    def cards(self) -> list[Surface]:
        """Return the cards on screen."""
        return list(self._cards)

    def _of_rescued(self, one: Rescued) -> Surface:
        context = self._context
        when = moment_text(one.at_ms, context.language, context.now())
        title = one.title or self.tr("A locked dialogue")
        if one.error is not None:
            text = self.tr("Kept on this laptop, last on {when}, but damaged.").format(when=when)
            damage = Damage(one.path, one.dialogue, ())
            deeds = [
                (self.tr("Save what can be read"), Deed("save_readable", damage)),
                (self.tr("Remove…"), Deed("remove", Unwanted(one.path, one.title, alone=True))),
            ]
            return self._card("error", title, text, deeds)
        if one.locked:
            text = self.tr("Kept on this laptop, last on {when}. Its own file is not there.")
        else:
            text = self.tr(
                "Kept on this laptop with %n note(s), last on {when}. Its own file is not there.",
                "",
                one.notes,
            )
        deeds = [(self.tr("Open"), Deed("open_rescued", one))]
        if not one.locked:
            deeds.append((self.tr("Save as…"), Deed("save_rescued", one)))
        return self._card("laptop", title, text.format(when=when), deeds)

    def _of_damage(self, one: Damage) -> Surface:
        context = self._context
        newest = one.newest
        deeds: list[tuple[str, Deed]] = []
        if newest is not None:
            when = moment_text(newest.at_ms, context.language, context.now())
            text = self.tr("Damaged. The newest good backup is of {when}, with %n note(s).", "", newest.notes)
            text = text.format(when=when)
            deeds.append((self.tr("Go on with that"), Deed("use_backup", one)))
        elif any(backup.locked for backup in one.backups):
            text = self.tr("Damaged. It opens with its passphrase or recovery code, and so do its backups.")
            deeds.append((self.tr("Look at the backups"), Deed("look", one)))
        else:
            text = self.tr("Damaged, and there is no good backup on this laptop. The file stays as it is.")
        deeds.append((self.tr("Save what can be read"), Deed("save_readable", one)))
        deeds.append((self.tr("Remove…"), Deed("remove", Unwanted(one.path, one.path.stem))))
        return self._card("error", one.path.name, text, deeds)

    def _of_newer(self, one: Damage) -> Surface:
        context, newest = self._context, one.newest
        text = self.tr("Made with a newer version of this program. Update the program to open it.")
        deeds: list[tuple[str, Deed]] = []
        if newest is not None:
            when = moment_text(newest.at_ms, context.language, context.now())
            more = self.tr("A backup of {when} with %n note(s) can be read here.", "", newest.notes)
            text += " " + more.format(when=when)
            deeds.append((self.tr("Go on with that"), Deed("use_backup", one)))
        deeds.append((self.tr("Remove…"), Deed("remove", Unwanted(one.path, one.path.stem))))
        return self._card("warning", one.path.name, text, deeds)

    def _card(self, sign: str, title: str, text: str, deeds: Sequence[tuple[str, Deed]]) -> Surface:
        theme = self._context.theme
        card = Surface("card", self)
        card.setObjectName("kept_card")
        card.setAccessibleName(f"{title}. {text}")
        line = row(card, theme, (12, 16), 16)
        picture = PlainLabel()
        tone = theme.primary if sign == "laptop" else theme.danger
        picture.setPixmap(pixmap(sign, tone, theme.px(28), self.devicePixelRatioF()))
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.gap(4))
        words.addWidget(PlainLabel(title, font=theme.font(LEAD, bold=True), wrap=True))
        words.addWidget(PlainLabel(text, font=theme.font(BODY), wrap=True))
        buttons = QWidget(card)
        flow = row(buttons, theme, spacing=12) if theme.scale <= 1.25 else FlowLayout(buttons, theme.gap(12))
        for label, deed in deeds:
            button = Button(theme, label, buttons, variant="quiet" if deed.name == "remove" else "secondary")
            button.setObjectName(deed.name)
            button.setAccessibleName(f"{label}: {title}")
            button.clicked.connect(self._asker(deed))
            flow.addWidget(button)
        line.addLayout(words, 1)
        if theme.scale <= 1.25:
            line.addWidget(buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        elif deeds:
            words.addWidget(buttons)
        return card

    def _asker(self, deed: Deed) -> Callable[[], None]:
        return lambda: self.wanted.emit(deed)


class _Answer(QObject):
    """Brings the answer of a task to the page that asked, if that is still there."""

    def __init__(self, asker: KeptFiles, round_: int, succeeded: object) -> None:
        super().__init__(asker)
        self._asker = asker
        self._round = round_
        succeeded.connect(self._take)  # pyright: ignore[reportAttributeAccessIssue]

    @Slot(object)
    def _take(self, found: _Found) -> None:
        self._asker.take(self._round, found)
        self.deleteLater()
