"""The real main window with a mouse: every press goes through the window, as the system gives it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QWidget

from facilitator.ui.board.canvas import BoardCanvas
from tests.flows.keyboard import Keyboard

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier


class Mouse(Keyboard):
    """Points at what is seen; letters are typed only where a mouse has put the cursor."""

    def click(self, widget: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = NONE) -> None:
        """Click on a pixel of a widget, its middle when none is given."""
        window, place = self._seen(widget, at)
        QTest.mouseClick(window.windowHandle(), LEFT, held, place)
        self.rest()

    def click_twice(self, widget: QWidget, at: QPoint) -> None:
        """Double-click on a pixel."""
        window, place = self._seen(widget, at)
        QTest.mouseDClick(window.windowHandle(), LEFT, NONE, place)
        self.rest()

    def drag(self, widget: QWidget, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Press, move in a few steps, and let go."""
        window, first = self._seen(widget, start)
        handle, last = window.windowHandle(), first + end - start
        QTest.mousePress(handle, LEFT, held, first)
        for share in (0.05, 0.3, 0.7, 1.0):
            # The keys held are told with the press and the release alone.
            QTest.mouseMove(handle, first + (last - first) * share)
            QApplication.processEvents()
        QTest.mouseRelease(handle, LEFT, held, last)
        self.rest()

    def button(self, words: str, root: QWidget | None = None) -> None:
        """Click the button with these words, or this name when it only has a drawing."""
        root = root or QApplication.activeModalWidget() or self.window
        found = [each for each in root.findChildren(QAbstractButton) if each.isVisible()]
        named = [each for each in found if words in (each.text(), each.accessibleName(), said(each))]
        assert named, f"no button says {words}: {sorted({said(each) for each in found})}"
        self.click(named[0])

    def row(self, view: QAbstractItemView, number: int) -> None:
        """Click a row of a list."""
        index = view.model().index(number, 0)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def menu(self, title: str, words: str) -> None:
        """Choose from the menu bar."""
        bar = self.window.menuBar()
        action = next(each for each in bar.actions() if each.text().replace("&", "") == title)
        menu = action.menu()
        assert isinstance(menu, QMenu)
        self.click(bar, bar.actionGeometry(action).center())
        self._choose(menu, words)
        self.rest()

    def context_menu(self, widget: QWidget, at: QPoint, words: str) -> Callable[[], None]:
        """Return how to press the right button on a pixel and choose from what comes."""

        window, place = self._seen(widget, at)
        handle = window.windowHandle()

        def choose() -> None:
            menu = QApplication.activePopupWidget()
            if isinstance(menu, QMenu):
                # The menu comes while the button is down; a hand lets go of it before choosing.
                QTest.mouseRelease(handle, RIGHT, NONE, place)
                self._choose(menu, words)
            else:
                QTimer.singleShot(5, self.window, choose)

        def press() -> None:
            QTimer.singleShot(5, self.window, choose)
            QTest.mousePress(handle, RIGHT, NONE, place)
            self.rest()

        return press

    def _choose(self, menu: QMenu, words: str) -> None:
        labels = {each.text().split("\t")[0].replace("&", ""): each for each in menu.actions()}
        # Some say more behind a colon: what is undone, for one.
        action = next((each for label, each in labels.items() if label.split(":")[0] == words), None)
        if action is None:
            menu.close()
        assert action is not None, f"{words} is not among {sorted(labels)}"
        assert action.isEnabled()
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())

    def _seen(self, widget: QWidget, at: QPoint | None) -> tuple[QWidget, QPoint]:
        window = widget.window()
        at = at if at is not None else widget.rect().center()
        assert widget.rect().contains(at), f"{at} is not on {widget}: nobody could point at it"
        place = widget.mapTo(window, at)
        hit = window.childAt(place)
        there = hit is widget or (hit is not None and widget.isAncestorOf(hit)) or hit is None
        assert there, f"{hit} lies above {widget} at {place}"
        return window, place


def said(button: QAbstractButton) -> str:
    """Return the words on a button, also where it draws them itself."""
    words = getattr(button, "words", None)
    return str(words()) if callable(words) else button.text().replace("&", "")


def cards_in_sight(canvas: BoardCanvas) -> list[str]:
    """Return the cards whose middle is seen, with nothing above it."""
    seen = [item for item, _box in canvas.model.plan.within(canvas.visible_box())]
    places = {item: on_card(canvas, item) for item in seen}
    return [item for item, at in places.items() if canvas.rect().contains(at) and canvas.childAt(at) is None]


def on_card(canvas: BoardCanvas, item: str) -> QPoint:
    """Return the middle of a card as it is seen now."""
    box = canvas.model.plan.box(item)
    assert box is not None
    return canvas.to_view(box).center().toPoint()


def on_head(canvas: BoardCanvas, key: str) -> QPoint:
    """Return a pixel in the title of an area or frame."""
    plan = canvas.model.plan
    item = plan.areas.get(key) or plan.frames[key]
    seen = canvas.to_view(item.box._replace(h=item.head))
    return (seen.topLeft() + QPointF(min(seen.width() / 2, 40), seen.height() / 2)).toPoint()


def on_ground(canvas: BoardCanvas) -> QPoint:
    """Return a pixel where nothing lies, away from the edges that scroll."""
    plan = canvas.model.plan
    for y in range(canvas.height() - 60, 60, -8):
        for x in range(60, canvas.width() - 60, 8):
            at = QPoint(x, y)
            place = canvas.to_board(QPointF(at))
            if not plan.area_at(*place) and not plan.frame_at(*place) and canvas.childAt(at) is None:
                return at
    raise AssertionError("nothing is free")
