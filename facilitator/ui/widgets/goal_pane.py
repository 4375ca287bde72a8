"""The right side of grouping: the goals, numbered, to link insights to."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, Theme
from facilitator.ui.widgets.chosen_bar import ChosenBar
from facilitator.ui.widgets.insight_cards import LARGE_TEXT
from facilitator.ui.widgets.insight_view import GoalView


class GoalPane(Surface):
    """Goals with what rests on them.

    Signals:
        asked: ``new``, ``edit``, ``merge``, ``split`` or ``delete``.
        vote_wanted: Votes are to be counted in the room.
    """

    asked = Signal(str)
    vote_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("right", parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Goals"))
        whole = column(self, theme, (8 if theme.scale >= LARGE_TEXT else 16, 0, 0, 0), spacing=8)
        head = row(None, theme, (0, 16), spacing=8)
        head.addWidget(PlainLabel(self.tr("Goals"), font=theme.font(LEAD, bold=True)), 1)
        self.new = IconButton(theme, "plus", self.tr("New goal"), self, variant="secondary")
        self.new.clicked.connect(lambda: self.asked.emit("new"))
        head.addWidget(self.new)
        whole.addLayout(head)
        self.empty = PlainLabel(
            self.tr("Goals come from the insights. Make the first one with the plus."),
            font=theme.font(BODY),
            tone="quiet",
            wrap=True,
        )
        inset = row(None, theme, (0, 16))
        inset.addWidget(self.empty)
        whole.addLayout(inset)
        self.view = GoalView(theme, self)
        self.view.setAccessibleName(self.tr("Goals"))
        around = row(None, theme, (0, 8))
        around.addWidget(self.view)
        whole.addLayout(around, 1)
        whole.addWidget(self._chosen_bar())
        self.vote = Button(theme, self.tr("Vote in the room"), self, variant="row", icon="vote")
        self.vote.setObjectName("room_vote")
        self.vote.clicked.connect(self.vote_wanted)
        foot = row(None, theme, (0, 8, 8, 8))
        foot.addWidget(self.vote)
        whole.addLayout(foot)
        self.view.chosen_changed.connect(self._look)
        self._look()

    def _chosen_bar(self) -> QWidget:
        wishes = (
            ("edit", "edit", self.tr("Edit…")),
            ("merge", "merge", self.tr("Merge…")),
            ("split", "split", self.tr("Split…")),
            ("delete", "trash", self.tr("Delete")),
        )
        self._bar = ChosenBar(self._theme, wishes, self, for_one=("edit", "split"))
        self._bar.asked.connect(self.asked)
        self.actions_of = self._bar.buttons
        return self._bar

    def set_readonly(self) -> None:
        """Let the goals only be looked at."""
        self.new.hide()
        self._bar.set_readonly()
        self._look()

    def set_count(self, goals: int) -> None:
        """Tell how many goals there are."""
        self.empty.setVisible(not goals)

    @Slot()
    def _look(self) -> None:
        self._bar.show_for(len(self.view.selected_ids()))
