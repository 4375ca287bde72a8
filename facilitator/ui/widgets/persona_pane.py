"""The personas at the left of a step: portrait, name, how many notes, and the key that chooses them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.portraits import portrait
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, SMALL, Theme

EVERYONE = "*"
NOBODY = ""
LARGE = 1.5
WIDTH = 232
_ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class PersonaRow:
    """One row of the pane.

    Attributes:
        id: Of the persona; ``EVERYONE`` or ``NOBODY`` for the two rows that are no persona.
        few: Heard clearly less than the others.
        keys: Key that chooses this row, as people read it; ``cap`` the short form on the row.
        spoken: What a screen reader says.
    """

    id: str
    name: str
    line: str
    portrait: str
    count: int
    few: bool
    keys: str
    cap: str
    spoken: str


class _Rows(QStyledItemDelegate):
    """Draws one persona."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        lines = QFontMetrics(theme.font(BODY)).height() + QFontMetrics(theme.font(SMALL)).height()
        self.height = lines + theme.gap(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # pyright: ignore[reportIncompatibleMethodOverride]
        return QSize(self._theme.px(80), self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        shown = index.data(_ROW)
        view = self.parent()
        if not isinstance(shown, PersonaRow) or not isinstance(view, QListWidget):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)  # pyright: ignore[reportAttributeAccessIssue]
        self._ground(painter, box, chosen=view.currentIndex() == index, active=view.hasFocus())
        if isinstance(view, _List) and view.over == index.row():
            painter.setBrush(self._theme.soft)
            painter.setPen(QPen(self._theme.primary, 3, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), self._theme.px(6), self._theme.px(6))
        self._words(painter, box, shown, view.devicePixelRatioF())
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, *, chosen: bool, active: bool) -> None:
        theme = self._theme
        if not chosen:
            return
        painter.setPen(QPen(theme.primary, 2) if active else Qt.PenStyle.NoPen)
        painter.setBrush(theme.soft)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.primary)
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 4, 4, box.height() - 8), 2, 2)

    def _words(self, painter: QPainter, box: QRectF, shown: PersonaRow, density: float) -> None:
        theme = self._theme
        side = min(self.height - theme.gap(12), theme.gap(40))
        left = box.left() + theme.gap(10)
        at = QPointF(left, box.center().y() - side / 2)
        if shown.id in (EVERYONE, NOBODY):
            name = "people" if shown.id == EVERYONE else "person"
            small = round(side * 0.6)
            drawn = pixmap(name, theme.quiet, small, density)
            painter.drawPixmap(QPointF(left + (side - small) / 2, box.center().y() - small / 2), drawn)
        else:
            painter.drawPixmap(at, portrait(theme, shown.portrait, shown.name, side, density))
        inner = box.adjusted(theme.gap(20) + side, theme.gap(6), -theme.gap(8), -theme.gap(6))
        align = Qt.AlignmentFlag
        bold, small_font = theme.font(BODY, bold=True), theme.font(SMALL)
        count = str(shown.count)
        top = align.AlignTop if shown.line or shown.cap else align.AlignVCenter
        painter.setFont(bold)
        painter.setPen(theme.quiet)
        painter.drawText(inner, align.AlignRight | top, count)
        room = inner.width() - QFontMetrics(bold).horizontalAdvance(count) - theme.gap(8)
        if shown.few:
            dot = theme.px(9)
            line = QFontMetrics(bold).height()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.quiet, 1.5))
            painter.drawEllipse(QRectF(inner.left() + room - dot, inner.top() + (line - dot) / 2, dot, dot))
            room -= dot + theme.gap(6)
        painter.setPen(theme.ink)
        self._one_line(painter, inner, shown.name, room, top)
        painter.setFont(small_font)
        painter.setPen(theme.quiet)
        painter.drawText(inner, align.AlignRight | align.AlignBottom, shown.cap)
        cap = QFontMetrics(small_font).horizontalAdvance(shown.cap) + theme.gap(6) if shown.cap else 0
        self._one_line(painter, inner, shown.line, inner.width() - cap, align.AlignBottom)

    def _one_line(
        self, painter: QPainter, box: QRectF, text: str, room: float, upright: Qt.AlignmentFlag
    ) -> None:
        line = " ".join(text.split())
        shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, max(0, int(room)))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | upright, shown)


class _List(QListWidget):
    """Takes notes that are dropped on a row of a persona or of nobody; the row shows it."""

    notes_dropped = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.over = -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(self.currentItem())
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._weigh(event)
        if event.mimeData().hasFormat(MIME_NOTES):
            # Between the rows too, or the rows would never be asked.
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._weigh(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        id = self._weigh(event)
        self._show_over(-1)
        if id is not None:
            text = bytes(event.mimeData().data(MIME_NOTES).data()).decode("utf-8", "replace")
            self.notes_dropped.emit(id, [note for note in text.split("\n") if note])

    def _weigh(self, event: QDropEvent) -> str | None:
        index = self.indexAt(event.position().toPoint())
        shown = index.data(_ROW)
        if (
            not event.mimeData().hasFormat(MIME_NOTES)
            or not isinstance(shown, PersonaRow)
            or shown.id == EVERYONE
        ):
            self._show_over(-1)
            event.ignore()
            return None
        self._show_over(index.row())
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        return shown.id

    def _show_over(self, row: int) -> None:
        if row != self.over:
            self.over = row
            self.viewport().update()


class PersonaPane(Surface):
    """All personas under each other; clicking or arrowing to one chooses it.

    Signals:
        chosen: Id of the row the person chose.
        entered: Enter was pressed on a row: on to the writing field.
        notes_dropped: Id of a persona, and of the notes that were dropped there.
        coverage_wanted: The question at the foot was pressed.
    """

    chosen = Signal(str)
    entered = Signal()
    coverage_wanted = Signal()
    notes_dropped = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, keys_hint: str = "") -> None:
        super().__init__("left", parent)
        self._theme = theme
        self._rows: tuple[PersonaRow, ...] = ()
        self.setFixedWidth(theme.gap(WIDTH))
        whole = column(self, theme, (14, 8, 4, 8), spacing=8)
        head = row(None, theme, (0, 10), spacing=4)
        title = PlainLabel(self.tr("Personas"), self, font=theme.font(BODY, bold=True))
        head.addWidget(title, 1)
        if keys_hint:
            head.addWidget(PlainLabel(keys_hint, self, font=theme.font(SMALL), tone="quiet"))
        whole.addLayout(head)
        self.list = _List(self)
        self.list.setProperty("bare", True)
        self.list.setItemDelegate(_Rows(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Personas"))
        whole.addWidget(self.list, 1)
        asks = self.tr("Who has been heard?")
        if theme.scale < LARGE:
            self.coverage = Button(theme, asks, self, variant="row", icon="people")
            whole.addWidget(self.coverage)
        else:
            # In large letters the personas themselves need the room below.
            self.coverage = IconButton(theme, "people", asks, self)
            head.addWidget(self.coverage)
        self.coverage.setObjectName("coverage")
        self.coverage.clicked.connect(self.coverage_wanted)
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(self._tell)
        self.list.itemActivated.connect(self._enter)
        self.list.notes_dropped.connect(self.notes_dropped)

    def take_drops(self) -> None:
        """Let notes be dropped on a persona: they are about that persona then."""
        self.list.setAcceptDrops(True)

    def set_rows(self, rows: Sequence[PersonaRow]) -> None:
        """Show these rows; the chosen one stays chosen, and nothing is told."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return
        same = [row.id for row in wanted] == [row.id for row in self._rows]
        self._rows = wanted
        before = self.current()
        self.list.blockSignals(True)
        if not same:
            self.list.clear()
            for row_ in wanted:
                self.list.addItem(QListWidgetItem(row_.name))
        for place, row_ in enumerate(wanted):
            item = self.list.item(place)
            if item.data(_ROW) != row_:
                item.setText(row_.name)
                item.setData(_ROW, row_)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, row_.spoken)
        self.list.blockSignals(False)
        if not same:
            self.choose(before)

    def current(self) -> str:
        """Return the id of the chosen row; ``EVERYONE`` when there is none."""
        item = self.list.currentItem()
        shown = item.data(_ROW) if item is not None else None
        return shown.id if isinstance(shown, PersonaRow) else EVERYONE

    def choose(self, id: str) -> None:
        """Choose a row without telling anyone; an unknown id chooses the first row."""
        place = next((n for n, row in enumerate(self._rows) if row.id == id), 0)
        self.list.blockSignals(True)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self.list.viewport().update()

    def step(self, by: int) -> None:
        """Choose the row ``by`` places further, round the end, and tell."""
        if self._rows:
            self.list.setCurrentRow((self.list.currentRow() + by) % len(self._rows))

    @Slot(int)
    def _tell(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self.chosen.emit(self._rows[place].id)

    @Slot()
    def _enter(self) -> None:
        self.entered.emit()
