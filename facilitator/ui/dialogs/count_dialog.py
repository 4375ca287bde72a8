"""Counting in the room by one operator, and the outcome for the whole room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from facilitator.domain.entities import Ballot
from facilitator.domain.tally import Tally, tally
from facilitator.ui.dialogs.count_grid import CountGrid
from facilitator.ui.dialogs.count_words import BallotWords
from facilitator.ui.dialogs.result_rows import ResultRows
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.buttons import Button, Segments
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import FlowLayout, Surface, column
from facilitator.ui.kit.theme import BODY, LEAD, SMALL

LARGE = 1.5
SHOWN = 40


class CountDialog(Dialog):
    """Shows one round live; what the operator types goes out as wishes, nothing is written here.

    Signals:
        added, recounted: Target, unit, choice and number. taken: the last pile of that cell is to go.
        asked: ``new``, ``setup``, ``close``, ``reopen``, ``take_over``, ``undo`` or ``redo``.
    """

    added = Signal(str, str, str, int)
    recounted = Signal(str, str, str, int)
    taken = Signal(str, str, str)
    asked = Signal(str)

    def __init__(self, context: Context, ballot: str, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.set_width(1240)
        self._session = context.dialogue
        self.ballot = ballot
        self.words = BallotWords(context, self)
        self._readonly = self._session.store.readonly
        self._build()
        self._build_foot()
        self._session.changed.connect(self._on_change)
        self._session.refused.connect(self.show_refusal)
        self.show_round(ballot)

    # --- building ---

    def _build(self) -> None:
        theme = self.theme
        bar = QWidget(self)
        self._flow = flow = FlowLayout(bar, theme.gap(8))
        choices = [("count", self.tr("Count"), "table"), ("result", self.tr("Outcome"), "vote")]
        self.switch = Segments(theme, choices, "count", bar)
        self.switch.setAccessibleName(self.tr("What is shown"))
        self.rounds = ChoiceBox(bar)
        self.rounds.setObjectName("rounds")
        self.rounds.setAccessibleName(self.tr("Round of voting"))
        flow.addWidget(self.switch)
        flow.addWidget(self.rounds)
        self.round = self._round_menu(bar)
        flow.addWidget(self.round)
        self.control = PlainLabel("", font=theme.font(LEAD, bold=True), wrap=True)
        self.control.setObjectName("control")
        self.here = PlainLabel("", font=theme.font(BODY), wrap=True)
        self.here.setObjectName("control_here")
        self.grid = CountGrid(theme, self)
        self.grid.setObjectName("count")
        self.grid.setAccessibleName(self.tr("Counted so far"))
        self.results = ResultRows(theme, self)
        keys = self.tr(
            "Type a number and press Enter. + adds one more pile, = sets the sum, Delete takes the last."
        )
        self._keys = PlainLabel(keys, font=theme.font(SMALL), tone="quiet", wrap=True)
        self.body.addWidget(bar)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self._keys)
        self.body.addWidget(self.results)
        self._strip = Surface("bottom", self)
        below = column(self._strip, theme, (8, 32), spacing=2)
        below.addWidget(self.control)
        below.addWidget(self.here)
        frame = self.layout()
        if isinstance(frame, QVBoxLayout):
            # Always in view, however far the rest is scrolled.
            frame.insertWidget(1, self._strip)
        self._heading.setVisible(theme.scale < LARGE)
        self.switch.chosen.connect(self._show_side)
        self.rounds.activated.connect(self._pick_round)
        self.grid.added.connect(self.added)
        self.grid.recounted.connect(self.recounted)
        self.grid.taken.connect(self.taken)
        self.grid.moved.connect(self._tell_here)

    def _round_menu(self, bar: QWidget) -> Button:
        button = Button(self.theme, self.tr("This round"), bar, variant="quiet")
        button.setObjectName("this_round")
        menu = QMenu(button)
        self.actions_of: dict[str, QAction] = {}
        for name, text in (
            ("setup", self.tr("Change this round…")),
            ("new", self.tr("New round…")),
            ("close", self.tr("Close this round")),
            ("reopen", self.tr("Count on")),
        ):
            action = QAction(text, menu)
            menu.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self._ask(name))
            self.actions_of[name] = action
        button.setMenu(menu)
        return button

    def _build_foot(self) -> None:
        self.add_buttons(self.tr("Done"))
        self.take_over = Button(self.theme, self.tr("Put the votes with the advice"), self, icon="check")
        self.take_over.clicked.connect(lambda: self._ask("take_over"))
        self.put_left(self.take_over)
        for name, keys in (("undo", "Ctrl+Z"), ("redo", "Ctrl+Shift+Z"), ("redo", "Ctrl+Y")):
            shortcut = QShortcut(QKeySequence(keys, QKeySequence.SequenceFormat.PortableText), self)
            shortcut.activated.connect(lambda name=name: self._ask(name))

    def sizeHint(self) -> QSize:
        screen = self.screen().availableGeometry()
        return QSize(super().sizeHint().width(), min(self.theme.px(900), screen.height() - 64))

    # --- showing ---

    def show_round(self, ballot: str) -> None:
        """Show another round."""
        self.ballot = ballot
        self._show()
        self.grid.go_to_first()
        self.grid.setFocus()

    def say(self, text: str) -> None:
        """Tell what just happened, until the next count."""
        self.here.setText(text)

    def tally(self) -> Tally | None:
        """Return how the round stands; None when it is gone."""
        ballot = self._session.state.ballot(self.ballot)
        return tally(self._session.state, ballot) if ballot is not None else None

    @Slot()
    def _on_change(self) -> None:
        self._refusal.hide()
        if self._session.state.ballot(self.ballot) is None:
            left = self._session.state.ballots
            if not left:
                self.reject()
                return
            self.ballot = left[-1].id
        self._show()

    @Slot()
    def _show(self) -> None:
        told = self.tally()
        if told is None:
            return
        ballot = told.ballot
        lead = self.words.lead(ballot) if self.theme.scale < LARGE else ""
        self.set_heading(ballot.title or self.tr("Voting in the room"), lead)
        self._show_rounds(ballot)
        self.grid.set_readonly(self._readonly or ballot.closed)
        self.grid.cells.show(told, self.words.table(told))
        self.grid.go_to_first()
        self.results.show_rows(self.words.results(told))
        control = told.control()
        self.control.setText(self.words.whole(control, ballot.method))
        self.control.set_tone("danger" if control.over else "")
        counted = bool(told.counts)
        hands = ballot.subject == "advice" and ballot.method == "hands"
        self.take_over.setVisible(hands and not self._readonly)
        self.take_over.setEnabled(counted)
        self.round.setVisible(not self._readonly)
        for name, shown in (
            ("setup", not ballot.closed),
            ("close", not ballot.closed),
            ("reopen", ballot.closed),
        ):
            self.actions_of[name].setVisible(shown)
        self._tell_here()
        self._show_side()

    def _show_rounds(self, ballot: Ballot) -> None:
        known = self._session.state.ballots
        self.rounds.clear()
        for number, each in enumerate(known, 1):
            name = each.title or self.tr("Round {number}").format(number=number)
            self.rounds.addItem(name, each.id)
        self.rounds.setCurrentIndex(self.rounds.findData(ballot.id))
        self.rounds.setVisible(len(known) > 1)

    @Slot()
    def _tell_here(self) -> None:
        told = self.tally()
        cell = self.grid.cells.cell(self.grid.currentIndex())
        if told is None:
            return
        target, unit, _choice = cell or ("", "", "")
        hands = told.ballot.method == "hands"
        parts: list[str] = []
        if hands and target:
            title = self.words.titles(told.ballot.subject).get(target, "")
            title = title if len(title) <= SHOWN else f"{title[:SHOWN].rstrip()} …"
            where = f"{title} · {self.words.unit(told.ballot, unit)}" if unit else title
            control = self.words.whole(told.control(target, unit if unit else None), "hands")
            parts.append(f"{where}: {control}")
        elif unit:
            control = self.words.whole(told.control(unit=unit), "dots")
            parts.append(f"{self.words.unit(told.ballot, unit)}: {control}")
        missing = len(told.missing())
        if missing:
            parts.append(self.tr("%n place(s) not counted yet", "", missing))
        if told.adrift:
            parts.append(self.tr("%n for something that is no longer there", "", told.adrift))
        self.here.setText(" · ".join(parts))

    @Slot()
    def _show_side(self) -> None:
        count = self.switch.value() == "count"
        self.grid.setVisible(count)
        self._keys.setVisible(count and self.theme.scale < LARGE)
        self.here.setVisible(count)
        self.results.setVisible(not count)

    # --- wishing ---

    @Slot(int)
    def _pick_round(self, place: int) -> None:
        self.grid.commit()
        self.show_round(str(self.rounds.itemData(place)))

    def _ask(self, name: str) -> None:
        if name not in ("undo", "redo"):
            self.grid.commit()
        self.asked.emit(name)

    def done(self, result: int) -> None:
        """Count what is still being typed, and close."""
        self.grid.commit()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter counts; only the button itself is done with it.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)
