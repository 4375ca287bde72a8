"""What waits on the start page: dialogues this laptop kept, and damaged files, each with its ways on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator import paths
from facilitator.services import repairing
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
class Deed:
    """What a button asks for.

    Attributes:
        name: ``open_rescued``, ``save_rescued``, ``use_backup`` or ``save_readable``.
        about: The Rescued or the Damage it is about.
    """

    name: str
    about: Rescued | Damage


@dataclass(frozen=True, slots=True)
class _Found:
    rescued: list[Rescued]
    damaged: list[Damage]


@dataclass(frozen=True, slots=True)
class _Look:
    present: tuple[Path, ...]
    damaged: tuple[Path, ...]
    second: str

    def __call__(self, handle: Handle, /) -> _Found:
        more = (Path(self.second),) if self.second else ()
        damaged: list[Damage] = []
        for path in self.damaged[:MOST]:
            if not handle.is_cancelled():
                damaged.append(repairing.damage_of(path, more))
        return _Found(repairing.homeless(paths.rescued(), self.present), damaged)


class KeptFiles(QWidget):
    """Cards with words and buttons; they come when the files were looked into, beside the window.

    Signals:
        wanted: A Deed.
        damage_shown: Paths of the damaged files that have a card now.
    """

    wanted = Signal(object)
    damage_shown = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cards: list[Surface] = []
        self._whole: QVBoxLayout = column(self, context.theme, spacing=12)
        self._round = 0
        self.hide()

    def look(self, present: Sequence[Path], damaged: Sequence[Path]) -> None:
        """Find out what there is to show for the files of the start page."""
        self._round += 1
        second = self._context.settings.second_backup
        task = self._context.tasks.start(_Look(tuple(present), tuple(damaged), second))
        _Answer(self, self._round, task.succeeded)

    def take(self, round_: int, found: _Found) -> None:
        """Show what was found, unless it was asked anew since."""
        if round_ == self._round:
            self.show_found(found.rescued, found.damaged)

    def show_found(self, rescued: Sequence[Rescued], damaged: Sequence[Damage]) -> None:
        """Show a card for each."""
        for card in self._cards:
            self._whole.removeWidget(card)
            card.deleteLater()
        self._cards = [
            *(self._of_rescued(one) for one in rescued),
            *(self._of_damage(one) for one in damaged),
        ]
        for card in self._cards:
            self._whole.addWidget(card)
        self.setVisible(bool(self._cards))
        self.damage_shown.emit([one.path for one in damaged])

    def cards(self) -> list[Surface]:
        """Return the cards on screen."""
        return list(self._cards)

    def _of_rescued(self, one: Rescued) -> Surface:
        context = self._context
        when = moment_text(one.at_ms, context.language, context.now())
        title = one.title or self.tr("A locked dialogue")
        if one.error is not None:
            text = self.tr("Kept on this laptop, last on {when}, but damaged.").format(when=when)
            return self._card("error", title, text, [])
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
        else:
            text = self.tr("Damaged, and there is no good backup on this laptop. The file stays as it is.")
        deeds.append((self.tr("Save what can be read"), Deed("save_readable", one)))
        return self._card("error", one.path.name, text, deeds)

    def _card(self, sign: str, title: str, text: str, deeds: Sequence[tuple[str, Deed]]) -> Surface:
        theme = self._context.theme
        card = Surface("card", self)
        card.setObjectName("kept_card")
        card.setAccessibleName(f"{title}. {text}")
        line = row(card, theme, (12, 16), 16)
        picture = PlainLabel()
        tone = theme.danger if sign == "error" else theme.primary
        picture.setPixmap(pixmap(sign, tone, theme.px(28), self.devicePixelRatioF()))
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.gap(4))
        words.addWidget(PlainLabel(title, font=theme.font(LEAD, bold=True), wrap=True))
        words.addWidget(PlainLabel(text, font=theme.font(BODY), wrap=True))
        buttons = QWidget(card)
        flow = row(buttons, theme, spacing=12) if theme.scale <= 1.25 else FlowLayout(buttons, theme.gap(12))
        for label, deed in deeds:
            button = Button(theme, label, buttons)
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
