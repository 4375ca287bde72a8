"""The right side of every step: prompts, gate and the way on; folds to a tab when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from facilitator.ui.kit.buttons import IconButton, presses
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.plain import plain_tooltip
from facilitator.ui.kit.surfaces import ScrollColumn, Surface, column
from facilitator.ui.kit.theme import BODY, Theme
from facilitator.ui.widgets.gate_panel import GateButtons, GatePanel
from facilitator.ui.widgets.prompts_pane import PromptsPane

WIDTH = 288
ROOMY = 1340
"""Page width from which the pane stands open by itself."""

_SCARCE = 360


class SideTab(QAbstractButton):
    """A tall narrow button whose words run from top to bottom."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setFont(theme.font(BODY, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.height() + self._theme.gap(12), metrics.horizontalAdvance(self.text()) + 80)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), self._theme.px(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.soft)
        if self.hasFocus():
            painter.setPen(QPen(theme.primary, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        side = theme.px(20)
        drawn = pixmap(self._icon, theme.ink, side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, theme.px(10), drawn)
        painter.setPen(theme.ink)
        painter.translate(self.width(), theme.px(40))
        painter.rotate(90)
        room = self.height() - theme.px(48)
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        where = QRectF(0, 0, room, self.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()


class HostPane(Surface):
    """Prompts above, gate below, buttons pinned at the foot.

    Signals:
        folded_changed: True when it is a tab now.
    """

    folded_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("right", parent)
        self._theme = theme
        self._by_hand: bool | None = None
        self._folded = False
        self.setAccessibleName(self.tr("For the facilitator"))
        self.prompts = PromptsPane(theme)
        self.gate = GatePanel(theme)
        self.buttons = GateButtons(theme)
        self._stack = QStackedWidget(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.addWidget(self._stack)
        self._stack.addWidget(self._open_side())
        self._stack.addWidget(self._closed_side())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.prompts.clock_changed.connect(self._name_tab)
        self.buttons.conditions_requested.connect(self.show_gate)
        self._apply()

    def _open_side(self) -> QWidget:
        theme = self._theme
        side = QWidget(self._stack)
        whole = column(side, theme, spacing=0)
        self._scroll = ScrollColumn(theme, side, (16, 16), spacing=12)
        self._scroll.body.addWidget(self.prompts)
        self._scroll.body.addStretch(1)
        self._scroll.body.addWidget(self.gate)
        whole.addWidget(self._scroll, 1)
        self.fold_button = IconButton(theme, "close", self.tr("Fold these questions away"), side)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.gap(16), theme.gap(8), theme.gap(16), theme.gap(16))
        foot.addWidget(self.buttons)
        whole.addLayout(foot)
        self.prompts.add_corner(self.fold_button)
        self.fold_button.clicked.connect(self.toggle)
        return side

    def _closed_side(self) -> QWidget:
        theme = self._theme
        side = QWidget(self._stack)
        whole = column(side, theme, (8, 4), spacing=8)
        self.tab = SideTab(theme, "chevron-left", side)
        plain_tooltip(self.tab, self.tr("Show the questions of this part"))
        self.tab.clicked.connect(self.toggle)
        self.quick_on = IconButton(theme, "arrow-right", self.tr("Next step"), side, variant="primary")
        self.quick_on.clicked.connect(self.buttons.on_requested)
        whole.addWidget(self.tab, 1, Qt.AlignmentFlag.AlignHCenter)
        whole.addWidget(self.quick_on, 0, Qt.AlignmentFlag.AlignHCenter)
        return side

    @property
    def folded(self) -> bool:
        """Tell whether only the tab is seen."""
        return self._folded

    def fit(self, page_width: int) -> None:
        """Fold or unfold for a page of this width, unless a person has chosen."""
        wanted = self._by_hand if self._by_hand is not None else page_width < self._theme.gap(ROOMY)
        if wanted != self._folded:
            self._folded = wanted
            self._apply()

    @Slot()
    def toggle(self) -> None:
        """Fold or unfold because a person wants it; the focus goes along."""
        self._by_hand = not self._folded
        self._folded = self._by_hand
        self._apply()
        (self.tab if self._folded else self.fold_button).setFocus()

    @Slot()
    def show_gate(self) -> None:
        """Scroll to the conditions, and give the keyboard the first that can be ticked."""
        self._scroll.verticalScrollBar().setValue(self._scroll.verticalScrollBar().maximum())
        boxes = self.gate.boxes()
        if boxes:
            boxes[0].setFocus()

    def set_ways(self, on: str, back: str, open_count: int) -> None:
        """Name the way on and the way back (empty: there is none) and tell how much is still open."""
        self.buttons.set_ways(on, back, open_count)
        self.quick_on.setVisible(bool(on))
        self.quick_on.setAccessibleName(on)
        plain_tooltip(self.quick_on, on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.buttons.set_scarce(self.height() < self._theme.px(_SCARCE))

    def entry(self) -> QWidget:
        """Return where the keyboard lands when it comes here."""
        if self._folded:
            return self.tab
        boxes = self.gate.boxes()
        return boxes[0] if boxes else self.buttons.on

    def _apply(self) -> None:
        theme = self._theme
        self._stack.setCurrentIndex(1 if self._folded else 0)
        narrow = max(self.tab.sizeHint().width(), theme.px(36)) + theme.gap(8) + 2
        self.setFixedWidth(narrow if self._folded else theme.gap(WIDTH))
        self._name_tab()
        self.folded_changed.emit(self._folded)

    @Slot()
    def _name_tab(self) -> None:
        part = self.prompts.part
        words = self.tr("Questions")
        self.tab.setText(f"{part.title} · {self.prompts.time_text()}" if part is not None else words)
        self.tab.setAccessibleName(f"{words}: {self.tab.text()}")

    def save_view(self) -> dict[str, object]:
        """Return whether a person folded it, and the part shown."""
        return {"by_hand": self._by_hand, "prompts": self.prompts.save_view()}

    def restore_view(self, view: dict[str, object]) -> None:
        """Take up what ``save_view`` gave."""
        by_hand, prompts = view.get("by_hand"), view.get("prompts")
        if isinstance(by_hand, bool):
            self._by_hand = self._folded = by_hand
            self._apply()
        if isinstance(prompts, dict):
            self.prompts.restore_view(prompts)
