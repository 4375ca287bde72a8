"""The row to search and filter with, by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.search_index import Query
from facilitator.ui.widgets.filter_bar import FilterBar
from facilitator.ui.widgets.filter_chip import FilterChip, FilterKind, FilterValue, TickMenu
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context

KIND = FilterKind(
    "kind",
    "Soort",
    (
        FilterValue("kind", "worry", "Zorg & zo"),
        FilterValue("kind", "need", "Behoefte"),
        FilterValue("kind", "idea", "Idee"),
    ),
)
MARKS = FilterKind(
    "marks", "Kenmerk", (FilterValue("starred", "yes", "Kernzin"), FilterValue("picture", "yes", "Beeld"))
)
OTHERS = tuple(FilterKind(f"f{n}", f"Filter nummer {n}", (FilterValue(f"f{n}", "a", "A"),)) for n in range(6))
COUNTS = {"kind": {"worry": 12, "need": 0, "idea": 3}, "starred": {"yes": 1}, "picture": {"yes": 2}}


Make = Callable[..., FilterBar]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    windows: list[QWidget] = []

    def made(width: int = 1100, scale: int = 100, language: str = "nl") -> FilterBar:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        bar = FilterBar(make_context(scale=scale, language=language).theme, language, window)
        layout.addWidget(bar)
        layout.addStretch(1)
        window.resize(width, 300)
        bar.set_kinds([KIND, MARKS])
        bar.set_counts(14, 200, COUNTS)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return bar

    return made


@pytest.fixture
def bar(make: Make) -> FilterBar:
    return make()


@pytest.fixture
def asked(bar: FilterBar) -> list[Query]:
    found: list[Query] = []
    bar.changed.connect(found.append)
    return found


@pytest.fixture(autouse=True)
def no_menu_stays() -> Iterator[None]:
    yield
    while isinstance(menu := QApplication.activePopupWidget(), QMenu):
        menu.close()


def open_menu(chip: FilterChip) -> TickMenu:
    chip.menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))
    QApplication.processEvents()
    return chip.menu


def test_every_letter_asks(bar: FilterBar, asked: list[Query]) -> None:
    bar.take_keyboard()
    type_text(bar.field, "tök")
    assert [query.text for query in asked] == ["t", "tö", "tök"]
    assert asked[-1].filters == {}


def test_escape_first_clears_everything_and_then_leaves(bar: FilterBar, asked: list[Query]) -> None:
    left: list[None] = []
    bar.left.connect(lambda: left.append(None))
    bar.set_query(Query("tolk", {"kind": frozenset(["worry"])}))
    bar.take_keyboard()
    press(bar.field, Qt.Key.Key_Escape)
    assert asked == [Query()]
    assert bar.query() == Query()
    assert left == []
    press(bar.field, Qt.Key.Key_Escape)
    assert len(left) == 1
    assert asked == [Query()]


def test_enter_and_arrow_down_go_on_to_what_was_found(bar: FilterBar) -> None:
    entered: list[None] = []
    bar.entered.connect(lambda: entered.append(None))
    bar.take_keyboard()
    press(bar.field, Qt.Key.Key_Return)
    press(bar.field, Qt.Key.Key_Down)
    assert len(entered) == 2


def test_several_values_are_ticked_by_keyboard_while_the_menu_stays(
    bar: FilterBar, asked: list[Query]
) -> None:
    menu = open_menu(bar.chips[0])
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(menu, key)
    assert menu.isVisible()
    assert asked[-1].filters == {"kind": frozenset(["worry", "idea"])}, "what finds nothing is passed over"
    assert bar.chips[0].button.words() == "Soort: Zorg & zo, Idee"
    press(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_several_values_are_ticked_by_mouse_while_the_menu_stays(bar: FilterBar, asked: list[Query]) -> None:
    menu = open_menu(bar.chips[0])
    for action in (menu.actions()[0], menu.actions()[2], menu.actions()[0], menu.actions()[1]):
        where = menu.actionGeometry(action).center()
        QTest.mouseMove(menu, where)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=where)
    assert menu.isVisible()
    assert asked[-1].filters == {"kind": frozenset(["idea"])}
    assert len(asked) == 3


def test_values_tell_how_many_notes_they_leave(bar: FilterBar) -> None:
    actions = bar.chips[0].menu.actions()
    assert [action.text() for action in actions[:3]] == ["Zorg && zo\t12", "Behoefte\t0", "Idee\t3"]
    assert [action.isEnabled() for action in actions[:3]] == [True, False, True]


def test_one_chip_may_hold_several_filters(bar: FilterBar, asked: list[Query]) -> None:
    for action in bar.chips[1].menu.actions()[:2]:
        action.trigger()
    assert asked[-1].filters == {"starred": frozenset(["yes"]), "picture": frozenset(["yes"])}


def test_a_chip_is_let_go_with_its_cross_or_with_delete(bar: FilterBar, asked: list[Query]) -> None:
    chip = bar.chips[0]
    assert not chip.drop.isVisible()
    chip.menu.actions()[0].trigger()
    assert chip.drop.accessibleName() == "Niet meer filteren op: Soort"
    chip.drop.click()
    assert asked[-1] == Query()
    assert chip.button.hasFocus()
    assert not chip.drop.isVisible()
    chip.menu.actions()[0].trigger()
    press(chip.button, Qt.Key.Key_Delete)
    assert asked[-1] == Query()


def test_many_values_are_counted_in_the_chip_and_all_are_spoken(bar: FilterBar) -> None:
    bar.set_query(Query("", {"kind": frozenset(["worry", "need", "idea"])}))
    button = bar.chips[0].button
    assert button.words() == "Soort: Zorg & zo, Behoefte +1"
    assert button.accessibleName() == "Soort: Zorg & zo, Behoefte, Idee"


@pytest.mark.parametrize(
    ("language", "all_notes", "some", "one"),
    [
        ("nl", "200 notities", "14 van 200 notities", "1 notitie"),
        ("en", "200 notes", "14 of 200 notes", "1 note"),
    ],
)
def test_it_tells_how_many_of_how_many(
    make: Make, language: str, all_notes: str, some: str, one: str
) -> None:
    bar = make(language=language)
    assert bar.count.text() == all_notes
    type_text(bar.field, "z")
    assert bar.count.text() == some
    bar.set_counts(14, 200, COUNTS, reading=True)
    assert bar.count.text() == f"{some} …"
    bar.clear()
    bar.set_counts(1, 1, COUNTS)
    assert bar.count.text() == one


def test_the_clear_button_clears_and_gives_the_keyboard_to_the_field(
    bar: FilterBar, asked: list[Query]
) -> None:
    assert not bar.clear_button.isEnabled()
    bar.set_query(Query("", {"starred": frozenset(["yes"])}))
    assert bar.clear_button.isEnabled()
    bar.clear_button.click()
    assert asked == [Query()]
    assert bar.field.hasFocus()
    assert not bar.clear_button.isEnabled()


def test_ticks_stay_when_other_values_appear_and_go_with_their_value(bar: FilterBar) -> None:
    bar.set_query(Query("", {"kind": frozenset(["worry", "idea"])}))
    bar.set_kinds([FilterKind("kind", "Soort", KIND.values[:2]), MARKS])
    assert bar.query().filters == {"kind": frozenset(["worry"])}


def test_chips_without_room_fold_into_one_menu_with_the_ticked_one_in_view(
    bar: FilterBar, asked: list[Query]
) -> None:
    bar.set_kinds([*OTHERS, KIND])
    folded = [chip for chip in bar.chips if not chip.isVisible()]
    assert folded
    assert bar.more.isVisible()
    menu = bar.more.menu()
    assert menu.actions() == [chip.menu.menuAction() for chip in folded]
    folded[-1].menu.actions()[0].trigger()
    assert asked[-1].filters == {"kind": frozenset(["worry"])}
    assert folded[-1].isVisible()
    shown = [chip for chip in bar.chips if chip.isVisible()]
    assert [chip.x() for chip in shown] == sorted(chip.x() for chip in shown)


@pytest.mark.parametrize(("width", "scale"), [(1100, 100), (760, 100), (340, 100), (1280, 200), (640, 200)])
def test_nothing_is_cut_off_at_any_width(make: Make, width: int, scale: int) -> None:
    bar = make(width, scale)
    bar.set_kinds([KIND, *OTHERS])
    bar.set_query(Query("tolk", {"f0": frozenset("a"), "f1": frozenset("a"), "kind": frozenset(["worry"])}))
    QApplication.processEvents()
    shown = [bar.field, bar.count, bar.clear_button, bar.more, *(c.button for c in bar.chips)]
    shown = [widget for widget in shown if widget.isVisible()]
    places = [widget.geometry().translated(widget.parentWidget().mapTo(bar, QPoint())) for widget in shown]
    for place, widget in zip(places, shown, strict=True):
        if widget.parentWidget() is bar:
            assert bar.rect().contains(place)
        if widget is not bar.field:
            assert widget.width() >= widget.sizeHint().width()
    for n, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[n + 1 :])


def test_folded_ticks_are_told_on_the_button(make: Make) -> None:
    bar = make(340)
    bar.set_query(Query("", {"kind": frozenset(["worry"]), "starred": frozenset(["yes"])}))
    assert bar.more.words() == "Filter · 2"
    assert bar.more.accessibleName() == "Filters (Soort: Zorg & zo; Kenmerk: Kernzin)"


def test_tab_goes_through_the_row_from_left_to_right(bar: FilterBar) -> None:
    bar.set_query(Query("x", {"kind": frozenset(["worry"])}))
    bar.take_keyboard()
    seen: list[QWidget | None] = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        press(focus, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [bar.chips[0].button, bar.chips[0].drop, bar.chips[1].button, bar.clear_button]
