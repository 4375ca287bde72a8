"""The head above the notes of a step page: whose they are, which of them, how they lie, how one looks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget, QWidgetAction

from facilitator.domain.entities import ARRANGEMENTS, COLOURINGS
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.buttons import Button, IconButton, Segments
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, escape_mnemonic, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import LEAD, SMALL, TITLE
from facilitator.ui.pages.note_colours import NoteColours
from facilitator.ui.widgets.letter_patch import LetterPatch

CARD, BOARD, OUTLINE = "card", "board", "outline"
STEP, ALL, MEETING = "step", "all", "meeting:"
"""Which notes: of this step, of all steps, or of one meeting (followed by its id)."""
_ROOMY = 760
_TALL = 340
_TIGHT = 1000
"""Below this width the name of who is shown goes before the words on the tools."""


class NotesHead(Surface):
    """Tells wishes by signals; what is so is told to it.

    Signals:
        way_chosen: ``card``, ``board`` or ``outline``.
        scope_chosen: ``STEP``, ``ALL`` or ``MEETING`` with an id.
        arrangement_chosen: One of ``ARRANGEMENTS``.
        colouring_chosen: One of ``COLOURINGS``.
        find_wanted: Look for notes.
    """

    way_chosen = Signal(str)
    scope_chosen = Signal(str)
    arrangement_chosen = Signal(str)
    colouring_chosen = Signal(str)
    find_wanted = Signal()

    def __init__(self, context: Context, *, presents: bool, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        self._context = context
        self._colours = NoteColours(context, self)
        theme = context.theme
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(theme.gap(20), theme.gap(10), theme.gap(16), theme.gap(10))
        self._line.setSpacing(theme.gap(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = ElidedLabel("", self, font=theme.font(TITLE, bold=True))
        self.title.setMinimumWidth(theme.px(120))
        self.count = PlainLabel("", self, font=theme.font(SMALL), tone="quiet")
        words.addWidget(self.title)
        words.addWidget(self.count)
        self._line.addLayout(words, 1)
        tools = row(None, theme, spacing=6)
        find = self.tr("Find notes ({keys})").format(keys=keys_text("Ctrl+F"))
        self.find_button = IconButton(theme, "search", find, self, variant="secondary")
        self.find_button.clicked.connect(self.find_wanted)
        self.scope = self._menu_button("note")
        self.lay = self._menu_button("table")
        self.scope.menu().aboutToShow.connect(self._fill_scope)
        self.lay.menu().aboutToShow.connect(self._fill_lay)
        ways = [(BOARD, self.tr("Board"), "board"), (OUTLINE, self.tr("Outline"), "list")]
        if presents:
            ways.insert(0, (CARD, self.tr("Card"), "person"))
        self.ways = Segments(theme, ways, ways[0][0], self)
        self.ways.setAccessibleName(self.tr("View"))
        self._way_words = {value: words for value, words, _icon in ways}
        self._scopes: list[tuple[str, str]] = []
        self._scope, self._scope_words, self._arrangement = STEP, "", ARRANGEMENTS[0]
        self._scarce = self._tight = False
        for value, said in self._way_words.items():
            self.ways.button(value).setAccessibleName(said)
            plain_tooltip(self.ways.button(value), said)
        self.ways.chosen.connect(self.way_chosen)
        for tool in (self.find_button, self.scope, self.lay, self.ways):
            tools.addWidget(tool)
        tools.addStretch(0)
        self._line.addLayout(tools)

    def _menu_button(self, drawing: str) -> Button:
        button = Button(self._context.theme, "", self, icon=drawing)
        button.setMenu(QMenu(button))
        return button

    # ── what is so ──────────────────────────────────────────────────────────

    def show_scope(self, scope: str, meetings: Sequence[tuple[str, str]]) -> None:
        """Offer this step, all steps and every meeting; tick one."""
        offered = [(STEP, self.tr("This step")), (ALL, self.tr("All steps"))]
        offered += [(MEETING + id, name or self.tr("Meeting")) for id, name in meetings]
        self._scopes, self._scope = offered, scope
        words = dict(offered).get(scope, offered[0][1])
        self._scope_words = words
        said = self.tr("Which notes: {which}").format(which=words)
        self.scope.setAccessibleName(said)
        plain_tooltip(self.scope, said)
        self._name_tools()

    def show_arrangement(self, arrangement: str, colouring: str, *, changeable: bool) -> None:
        """Offer the ways to tidy up and what the colours can tell; tick what is so."""
        self._arrangement, self._colours.colouring = arrangement, colouring
        said = self.tr("Tidy up the board, and choose what the colours tell")
        self.lay.setAccessibleName(said)
        plain_tooltip(self.lay, said)
        self.lay.setEnabled(changeable)

    # The menus are filled when they open: whoever picks from one may change what it offers.

    @Slot()
    def _fill_scope(self) -> None:
        menu = self.scope.menu()
        menu.clear()
        self._choices(menu, self._scopes, self._scope, self.scope_chosen)

    @Slot()
    def _fill_lay(self) -> None:
        menu = self.lay.menu()
        menu.clear()
        names = self._arrangement_names()
        offered = [(value, names[value]) for value in ARRANGEMENTS]
        self._heading(menu, self.tr("Tidy up"))
        self._choices(menu, offered, self._arrangement, self.arrangement_chosen)
        menu.addSeparator()
        self._heading(menu, self.tr("Colour tells"))
        offered = [(value, self._colours.words(value)) for value in COLOURINGS]
        self._choices(menu, offered, self._colours.colouring, self.colouring_chosen)
        menu.addSeparator()
        self._heading(menu, self.tr("Meaning of the colours"))
        legend = QWidgetAction(menu)
        legend.setDefaultWidget(self._legend(menu))
        menu.addAction(legend)

    def _arrangement_names(self) -> dict[str, str]:
        return {
            "rows": self.tr("In rows, as they came"),
            "persona": self.tr("By persona"),
            "kind": self.tr("By kind of note"),
            "table": self.tr("By table"),
            "step": self.tr("By step"),
            "meeting": self.tr("By meeting"),
            "colour": self.tr("By colour"),
        }

    def _heading(self, menu: QMenu, words: str) -> None:
        theme = self._context.theme
        label = PlainLabel(words, menu, font=theme.font(SMALL, bold=True), tone="quiet")
        label.setContentsMargins(theme.gap(14), theme.gap(6), theme.gap(14), theme.gap(2))
        head = QWidgetAction(menu)
        head.setDefaultWidget(label)
        menu.addAction(head)

    def _legend(self, parent: QWidget) -> QWidget:
        """Return what every colour means, with its letter."""
        theme = self._context.theme
        box = QWidget(parent)
        lines = column(box, theme, (2, 14, 8, 14), spacing=4)
        for ink in self._colours.legend():
            line = row(None, theme, spacing=8)
            line.addWidget(LetterPatch(theme, ink.paper, ink.letter, box))
            line.addWidget(PlainLabel(ink.words, box, font=theme.font(SMALL)), 1)
            lines.addLayout(line)
        return box

    def _choices(
        self, menu: QMenu, offered: Sequence[tuple[str, str]], chosen: str, told: SignalInstance
    ) -> None:
        group = QActionGroup(menu)
        for value, words in offered:
            action = QAction(escape_mnemonic(words), menu)
            action.setObjectName(value)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _on=False, value=value: told.emit(value))
            group.addAction(action)
            menu.addAction(action)

    def pick(self, button: Button, value: str) -> None:
        """Choose from the menu of a button, as a click would."""
        menu = button.menu()
        menu.aboutToShow.emit()
        found = next((action for action in menu.actions() if action.objectName() == value), None)
        if found is not None:
            found.trigger()

    # ── room ────────────────────────────────────────────────────────────────

    @Slot()
    def fit(self, width: int, height: int) -> None:
        """Arrange for an area of this size: one line and small where height is scarce."""
        theme = self._context.theme
        scarce = height < theme.px(_TALL)
        self.count.setVisible(not scarce)
        self.title.setFont(theme.font(LEAD if scarce else TITLE, bold=True))
        roomy = scarce or width >= theme.px(_ROOMY)
        way = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != way:
            self._line.setDirection(way)
        upright = theme.gap(4 if scarce else 10)
        self._line.setContentsMargins(theme.gap(20), upright, theme.gap(16), upright)
        self._scarce = scarce
        self._tight = len(self._way_words) > 2 and width < theme.px(_TIGHT)
        self._name_tools()

    def _name_tools(self) -> None:
        """Show words on the tools, or their drawings alone where there is no room."""
        tools = {self.ways.button(value): (words, False) for value, words in self._way_words.items()}
        tools |= {self.scope: (self._scope_words, self._tight), self.lay: (self.tr("Tidy up"), self._tight)}
        for button, (words, tight) in tools.items():
            wanted = "" if self._scarce or tight else words
            if button.words() != wanted:
                button.set_words(wanted)
