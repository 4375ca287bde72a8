"""A small lint for what people who cannot see, point or read small letters need of a window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import escape

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.kit.plain import ElidedLabel

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    BoardCanvas,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
LEAST = 24
"""Pixels a target is high and wide at least, at 100 % text."""


def told(widget: QWidget) -> str:
    """Name a widget for the one who reads the outcome."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    name = widget.objectName() or widget.accessibleName() or text
    return f"{type(widget).__name__} {name!r} {widget.width()}x{widget.height()}"


def _inner(widget: QWidget) -> bool:
    """Tell whether a widget is a part of another one: the field of a number, the list of a choice."""
    if widget.objectName().startswith("qt_"):
        return True
    above = widget.parentWidget()
    return isinstance(above, QAbstractItemView | QAbstractSpinBox | QComboBox | QLineEdit) or type(
        above
    ).__name__.startswith("QComboBoxPrivate")


def interactive(root: QWidget) -> Iterator[QWidget]:
    """Give all that can be used with mouse or keyboard and is seen now."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, INTERACTIVE) and widget.isVisibleTo(root) and not _inner(widget):
            yield widget


def nameless(root: QWidget) -> list[str]:
    """Find what a screen reader has no name for."""
    found: list[str] = []
    for widget in interactive(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {told(widget)}")
    return found


def unreachable(root: QWidget) -> list[str]:
    """Find what Tab never comes to; ``root`` is the window, shown and active."""
    wanted = [widget for widget in interactive(root) if widget.isEnabled()]
    reached: set[QWidget] = set()
    step = root.nextInFocusChain()
    while step is not None and step is not root:
        if step.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(step)
            proxy = step.focusProxy()
            if proxy is not None:
                reached.add(proxy)
        step = step.nextInFocusChain()
    return [f"not reached by Tab: {told(w)}" for w in wanted if not reached & {w, *_choices_with(w)}]


def _choices_with(widget: QWidget) -> list[QWidget]:
    """Return the choices that are one stop of Tab together; arrows go on from there."""
    above = widget.parentWidget()
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None:
        return [*group.buttons()] if group.exclusive() else []
    return [*above.findChildren(QRadioButton)] if isinstance(widget, QRadioButton) and above else []


def small(root: QWidget) -> list[str]:
    """Find buttons and fields too small to be hit."""
    return [
        f"small: {told(widget)}"
        for widget in interactive(root)
        if (widget.width() < LEAST or widget.height() < LEAST) and not _has_large_words(widget)
    ]


def _has_large_words(widget: QWidget) -> bool:
    """Tell whether a box has words beside it that are part of the target."""
    above = widget.parentWidget()
    return above is not None and any(label.buddy() is widget for label in above.findChildren(QLabel))


def cut_off(root: QWidget) -> list[str]:
    """Find words that get less room than they need."""
    found: list[str] = []
    for label in root.findChildren(QLabel):
        if not label.isVisibleTo(root) or not label.text() or isinstance(label, ElidedLabel) or _inner(label):
            continue
        if label.wordWrap():
            lost = label.heightForWidth(label.width()) > label.height() + 1
        else:
            wanted = label.sizeHint()
            lost = wanted.width() > label.width() + 1 or wanted.height() > label.height() + 1
        if lost:
            found.append(f"cut off: {told(label)} wants {label.sizeHint().toTuple()}")
    for button in root.findChildren(QAbstractButton):
        if button.isVisibleTo(root) and not _inner(button):
            least = QSize(button.minimumSizeHint().width(), button.fontMetrics().height())
            if _told_whole(button):
                least.setWidth(0)
            if least.height() > button.height() + 1 or least.width() > button.width() + 1:
                found.append(f"cut off: {told(button)} wants {least.toTuple()}")
    return found


def _told_whole(button: QAbstractButton) -> bool:
    """Tell whether a button that ends in "…" says all of it in its tooltip."""
    words = button.text().replace("&&", "&")
    return len(words) > 1 and escape(words) in button.toolTip()


def traps(root: QWidget) -> list[str]:
    """Find what Tab comes to but does not leave."""
    found: list[str] = []
    for widget in interactive(root):
        text = isinstance(widget, QPlainTextEdit) and not widget.tabChangesFocus()
        if text or (isinstance(widget, QAbstractItemView) and widget.tabKeyNavigation()):
            found.append(f"keeps Tab: {told(widget)}")
    return found


def pushed_out(root: QWidget) -> list[str]:
    """Find what stands partly outside the window and in no scroll area."""
    found: list[str] = []
    for widget in interactive(root):
        place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
        clipped = widget.visibleRegion().boundingRect().size() != widget.size()
        if clipped and not root.rect().contains(place) and not _scrolls(widget, root):
            found.append(f"outside: {told(widget)} at {place.getRect()}")
    return found


def _scrolls(widget: QWidget, root: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not root:
        if above.objectName() == "qt_scrollarea_viewport":
            return True
        above = above.parentWidget()
    return False


def doubled_mnemonics(menu: QMenu) -> list[str]:
    """Find lines of one menu that answer to the same letter."""
    letters: dict[str, list[str]] = {}
    for action in menu.actions():
        plain = action.text().replace("&&", "")
        if "&" in plain:
            letters.setdefault(plain[plain.index("&") + 1].lower(), []).append(action.text())
    return [f"Alt+{letter}: {texts}" for letter, texts in letters.items() if len(texts) > 1]


@cache
def _luminance(colour: int) -> float:
    parts = [((colour >> shift) & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colours(image: QImage) -> Counter[int]:
    """Count the pixels of every colour; rows that are alike, of which a window has many, are counted once."""
    drawn = image.convertToFormat(QImage.Format.Format_RGB32)
    width, pixels = drawn.bytesPerLine(), bytes(drawn.constBits())
    counted: Counter[int] = Counter()
    for line, times in Counter(pixels[n : n + width] for n in range(0, len(pixels), width)).items():
        for pixel, found in Counter(memoryview(line).cast("I")).items():
            counted[pixel & 0xFFFFFF] += found * times
    return counted


def contrast_drawn(image: QImage) -> float:
    """Return the contrast between the commonest colour, the ground, and the farthest one of some extent."""
    counted = _colours(image)
    ground = _luminance(counted.most_common(1)[0][0])
    best = 1.0
    for colour, times in counted.items():
        if times >= 3:
            light, dark = sorted((_luminance(colour), ground), reverse=True)
            best = max(best, (light + 0.05) / (dark + 0.05))
    return best


def faint(root: QWidget, least: float = 4.5) -> list[str]:
    """Find labels and buttons whose words are hard to read, on the pixels of the window itself."""
    picture = root.grab().toImage()
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text().strip():
            continue
        if not widget.isVisibleTo(root) or not widget.isEnabled() or widget.visibleRegion().isEmpty():
            continue
        shown = widget.visibleRegion().boundingRect()
        if shown.size() != widget.size():
            continue
        drawn = picture.copy(QRect(widget.mapTo(root, shown.topLeft()), shown.size()))
        contrast = contrast_drawn(drawn)
        if contrast < least:
            found.append(f"faint {contrast:.1f}: {told(widget)}")
    return found


def painted(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Give what is seen of the parts of boards: areas and notes that are painted and no widgets."""
    for board in root.findChildren(BoardCanvas):
        if board.isVisibleTo(root):
            yield from _painted_below(QAccessible.queryAccessibleInterface(board))


def _painted_below(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(part.childCount()):
        child = part.child(index)
        if child is not None and child.object() is None:
            if not child.state().offscreen:
                yield child
            yield from _painted_below(child)


def painted_faults(root: QWidget) -> list[str]:
    """Find painted notes and areas without a name or a role, too small to be hit, or not where they say."""
    found: list[str] = []
    for part in painted(root):
        name, place = part.text(QAccessible.Text.Name).strip(), part.rect()
        if not name:
            found.append(f"no name: painted at {place.getRect()}")
        if part.role() not in (QAccessible.Role.Grouping, QAccessible.Role.ListItem):
            found.append(f"role {part.role().name}: {name!r}")
        if place.width() < LEAST or place.height() < LEAST:
            found.append(f"small: painted {name!r} {place.width()}x{place.height()}")
        if not part.state().focusable:
            found.append(f"no focus: painted {name!r}")
        if part.parent().indexOfChild(part) < 0:
            found.append(f"lost: painted {name!r}")
    return found


def faint_painted(root: QWidget, least: float = 4.5) -> list[str]:
    """Find painted notes whose words are hard to read, on the pixels of the window itself."""
    picture = root.grab().toImage()
    found: list[str] = []
    for part in painted(root):
        place = part.rect().translated(-root.mapToGlobal(QPoint(0, 0)))
        if part.role() == QAccessible.Role.ListItem and picture.rect().contains(place):
            contrast = contrast_drawn(picture.copy(place))
            if contrast < least:
                found.append(f"faint {contrast:.1f}: painted {part.text(QAccessible.Text.Name)!r}")
    return found


def settle(root: QWidget) -> None:
    """Let the window lay itself out."""
    for _ in range(3):
        QApplication.processEvents()
    root.ensurePolished()


def faults(root: QWidget) -> list[str]:
    """Return all that is wrong with a window apart from its colours."""
    settle(root)
    checks = (nameless, unreachable, traps, small, cut_off, pushed_out, painted_faults)
    return [line for check in checks for line in check(root)]
