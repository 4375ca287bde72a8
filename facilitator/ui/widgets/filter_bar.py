"""One calm row to find notes with: words, filters as chips, how many are found, and all of it cleared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from facilitator.domain.search_index import Query
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.language import number_text
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, row
from facilitator.ui.kit.theme import SMALL, Theme
from facilitator.ui.widgets.filter_chip import FilterChip, FilterKind

_FIELD_LEAST = 180
_FIELD_MOST = 420


class SearchField(LineField):
    """A field with a magnifier.

    Signals:
        escaped: Escape was pressed.
        entered: Enter or Arrow Down was pressed: on to what was found.
    """

    escaped = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self.setTextMargins(theme.px(24), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, side = self._theme, self._theme.px(18)
        painter = QPainter(self)
        drawn = pixmap("search", theme.quiet, side, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(theme.px(8), (self.height() - side) / 2), drawn)


class FilterBar(Surface):
    """Asks for words and filters. Chips that find no room fold into one button with their menus.

    Signals:
        changed: The Query a person asks for now (``scope`` left empty).
        entered: Enter or Arrow Down in the field: the keyboard wants to go to what was found.
        left: Escape with nothing left to clear: the keyboard wants to go back to the notes.
    """

    changed = Signal(object)
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        self._theme, self._language = theme, language
        self._chips: list[FilterChip] = []
        self._total = self._found = self._widest = 0
        self._facets: Mapping[str, Mapping[str, int]] = {}
        self._reading = False
        self.setAccessibleName(self.tr("Search and filter"))
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        edge, upright = theme.gap(16), theme.gap(6)
        self._whole.setContentsMargins(edge, upright, edge, upright)
        self._whole.setSpacing(theme.gap(8))
        self.field = SearchField(theme, self)
        self.field.setObjectName("search-notes")
        self.field.setPlaceholderText(self.tr("Search the notes"))
        self.field.setAccessibleName(self.tr("Search the notes"))
        keys = f"/ · {keys_text('Ctrl+F')}"
        plain_tooltip(self.field, self.tr("Search the notes ({keys})").format(keys=keys))
        self.field.setMinimumWidth(theme.px(120))
        self.field.setMaximumWidth(theme.px(_FIELD_MOST))
        self.field.textChanged.connect(self._typed)
        self.field.escaped.connect(self._escape)
        self.field.entered.connect(self.entered)
        self._row = row(None, theme, spacing=6)
        self.more = Button(theme, "", self, variant="chip", icon="filter")
        self.more.setFont(theme.font())
        self.more.setObjectName("filter-more")
        self.more.setMenu(QMenu(self.more))
        self._row.addWidget(self.more)
        self.count = PlainLabel("", self, font=theme.font(SMALL), tone="quiet")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.clear_button = IconButton(
            theme,
            "close",
            self.tr("Clear the search and all filters ({key})").format(key=keys_text("Esc")),
            self,
        )
        self.clear_button.clicked.connect(self._clear_pressed)
        self._row.addStretch(1)
        self._row.addWidget(self.count)
        self._row.addWidget(self.clear_button)
        self._whole.addWidget(self.field, 2)
        self._whole.addLayout(self._row, 3)
        self._show_counts()

    # ── what is asked ───────────────────────────────────────────────────────

    def query(self) -> Query:
        """Return what is asked for, with an empty scope."""
        filters: dict[str, set[str]] = {}
        for chip in self._chips:
            for value in chip.ticked():
                filters.setdefault(value.facet, set()).add(value.value)
        return Query(self.field.text(), {name: frozenset(of) for name, of in filters.items()})

    def set_query(self, query: Query) -> None:
        """Show a query without telling anyone; values there are no chips for are left out."""
        self.field.blockSignals(True)
        self.field.setText(query.text)
        self.field.blockSignals(False)
        for chip in self._chips:
            chip.set_ticked(_pairs(query))
        self._fit()
        self._show_counts()

    def set_kinds(self, kinds: Sequence[FilterKind]) -> None:
        """Show these filters; ticks stay on the values that are still there."""
        if [chip.kind for chip in self._chips] == list(kinds):
            return
        ticked = _pairs(self.query())
        focused = next((chip.kind.key for chip in self._chips if chip.button.hasFocus()), "")
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [FilterChip(self._theme, self._language, kind, ticked, self) for kind in kinds]
        for place, chip in enumerate(self._chips):
            self._row.insertWidget(place, chip)
            chip.changed.connect(self._tell)
            chip.set_counts(self._facets)
            if chip.kind.key == focused:
                chip.button.setFocus()
        before: QWidget = self.field
        for chip in self._chips:
            for button in (chip.button, chip.drop):
                QWidget.setTabOrder(before, button)
                before = button
        QWidget.setTabOrder(before, self.more)
        QWidget.setTabOrder(self.more, self.clear_button)
        self._fit()

    def set_counts(
        self, found: int, total: int, facets: Mapping[str, Mapping[str, int]], *, reading: bool = False
    ) -> None:
        """Tell how many were found of how many, and per value; ``reading`` while there are more to read."""
        self._found, self._total, self._facets, self._reading = found, total, facets, reading
        for chip in self._chips:
            chip.set_counts(facets)
        self._show_counts()
        self._fit()

    @property
    def chips(self) -> tuple[FilterChip, ...]:
        """Return the chips in order, folded ones too."""
        return tuple(self._chips)

    # ── what a person does ──────────────────────────────────────────────────

    @Slot()
    def take_keyboard(self) -> None:
        """Show the bar and put the keyboard in the field, its text ready to be typed over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def clear(self) -> None:
        """Take away words and filters and say so; nothing happens when there are none."""
        query = self.query()
        if query.text or query.filters:
            self.set_query(Query())
            self.changed.emit(Query())

    @Slot()
    def _clear_pressed(self) -> None:
        # The button cannot be pressed twice: the keyboard does not stay on it.
        self.field.setFocus()
        self.clear()

    @Slot()
    def _escape(self) -> None:
        query = self.query()
        if query.text or query.filters:
            self.clear()
        else:
            self.left.emit()

    @Slot()
    def _typed(self) -> None:
        self._show_counts()
        self.changed.emit(self.query())

    @Slot()
    def _tell(self) -> None:
        self._fit()
        self._show_counts()
        self.changed.emit(self.query())

    # ── how it looks ────────────────────────────────────────────────────────

    def _show_counts(self) -> None:
        query = self.query()
        something = bool(query.text or query.filters)
        self.clear_button.setEnabled(something)
        total = number_text(self._total, self._language)
        of_all = self.tr("{count} of {total} note(s)", "", self._total)
        if query.active:
            words = of_all.format(count=number_text(self._found, self._language), total=total)
        else:
            words = self.tr("{total} note(s)", "", self._total).format(total=total)
        self.count.setText(f"{words} …" if self._reading else words)
        # Room for the longest text it may get, so that no chip comes and goes while somebody types.
        widest = of_all.format(count=total, total=f"{total} …")
        self._widest = QFontMetrics(self.count.font()).horizontalAdvance(widest) + 2

    def _fit(self) -> None:
        """Show the chips there is room for, ticked ones first, and fold the others."""
        theme, gap = self._theme, self._row.spacing()
        margins = self._whole.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        ending = self._widest + self.clear_button.width() + 2 * gap
        field = theme.px(_FIELD_LEAST) + self._whole.spacing()
        self._name_more(list(self._chips), alone=True)
        self.more.set_icon_name("filter")
        stacked = room < field + self.more.sizeHint().width() + gap + ending
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._whole.direction() != way:
            self._whole.setDirection(way)
        self.count.setMinimumWidth(0 if stacked else self._widest)
        self.more.set_icon_name("" if stacked else "filter")
        self.field.setMaximumWidth(16_777_215 if stacked else theme.px(_FIELD_MOST))
        room -= ending if stacked else ending + field
        widths = {chip: chip.sizeHint().width() + gap for chip in self._chips}
        shown = set(self._chips)
        if sum(widths.values()) > room:
            self._name_more(list(self._chips), alone=False)
            room -= self.more.sizeHint().width() + gap
            shown = set()
            for chip in sorted(self._chips, key=lambda chip: not chip.ticked()):
                if widths[chip] > room:
                    break
                room -= widths[chip]
                shown.add(chip)
        folded = [chip for chip in self._chips if chip not in shown]
        for chip in self._chips:
            chip.setVisible(chip in shown)
        self.more.setVisible(bool(folded))
        self._name_more(folded, alone=not shown)
        self._fill_more(folded)

    def _name_more(self, folded: list[FilterChip], *, alone: bool) -> None:
        number = sum(1 for chip in folded if chip.ticked())
        words = self.tr("Filter") if alone else self.tr("More")
        self.more.set_words(f"{words} · {number}" if number else words)
        self.more.set_tint(self._theme.primary if number else None)
        ticked = "; ".join(chip.spoken() for chip in folded if chip.ticked())
        spoken = self.tr("More filters") if not alone else self.tr("Filters")
        self.more.setAccessibleName(f"{spoken} ({ticked})" if ticked else spoken)
        plain_tooltip(self.more, ticked)

    def _fill_more(self, folded: list[FilterChip]) -> None:
        menu = self.more.menu()
        wanted = [chip.menu.menuAction() for chip in folded]
        if menu.actions() == wanted:
            return
        for action in menu.actions():
            menu.removeAction(action)
        menu.addActions(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for chip in self._chips:
            chip.menu.close()

    def minimumSizeHint(self) -> QSize:
        # The row rearranges itself: what it holds now must not keep the window from getting narrower.
        return QSize(self._theme.px(200), super().minimumSizeHint().height())


def _pairs(query: Query) -> Iterable[tuple[str, str]]:
    return [(facet, value) for facet, values in query.filters.items() for value in values]
