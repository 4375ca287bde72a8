"""The window on a board: places and pixels, and zooming that keeps what is under the pointer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.board import Box
from facilitator.ui.board.viewport import HIGHEST, LOWEST, MARGIN, STEPS, Viewport

BOARD = Box(0, 0, 5000, 4000)


def view(unit: float = 1.0, size: tuple[int, int] = (800, 600)) -> Viewport:
    made = Viewport(unit)
    made.resize(*size)
    return made


@given(
    st.floats(0.05, 4.0),
    st.floats(0.05, 4.0),
    st.floats(0, 800),
    st.floats(0, 600),
    st.sampled_from([1.0, 2.0]),
)
def test_zooming_keeps_the_place_under_the_pointer(
    first: float, second: float, x: float, y: float, unit: float
) -> None:
    seen = view(unit)
    seen.zoom_about(first, 0, 0)
    seen.centre_on(1234, 987)
    before = seen.to_board(x, y)
    seen.zoom_about(second, x, y)
    after = seen.to_board(x, y)
    pixels = [abs(a - b) * seen.scale for a, b in zip(before, after, strict=True)]
    # The picture lies on whole pixels before and after.
    assert max(pixels) <= 0.5 + 0.5 * max(1.0, second / first) + 1e-6


def test_a_place_is_seen_where_a_pixel_finds_it() -> None:
    seen = view(1.5)
    seen.zoom_about(0.8, 10, 10)
    seen.pan(333, -77)
    x, y = seen.to_view(400, 300)
    assert seen.to_board(x, y) == pytest.approx((400, 300), abs=1)


def test_the_box_behind_pixels_holds_them_all() -> None:
    seen = view()
    seen.zoom_about(0.37, 0, 0)
    seen.pan(-55, 21)
    box = seen.seen()
    for x, y in ((0, 0), (799, 599)):
        assert box.contains(*seen.to_board(x, y))
    assert seen.box(10, 10, 5, 5, 8).contains(*seen.to_board(3, 3))


def test_steps_climb_the_ladder_and_stay_on_it() -> None:
    seen = view()
    climbed = []
    for _ in STEPS:
        seen.zoom_about(seen.step(1), 0, 0)
        climbed.append(seen.zoom)
    assert climbed[:3] == [1.25, 1.5, 2.0]
    assert climbed[-1] == HIGHEST
    for _ in STEPS:
        seen.zoom_about(seen.step(-1), 0, 0)
    assert seen.zoom == LOWEST
    assert not seen.zoom_about(0.01, 0, 0)


def test_fitting_shows_all_of_the_board_but_never_enlarges_it() -> None:
    seen = view(2.0)
    seen.zoom_about(seen.fitting(BOARD), 0, 0)
    seen.centre_on(2500, 2000)
    box = seen.seen()
    assert box.united(BOARD) == box
    assert view().fitting(Box(0, 0, 10, 10)) == 1.0


def test_panning_tells_whole_pixels_and_loses_none() -> None:
    seen = view()
    shifts = [seen.pan(0.4, 0)[0] for _ in range(10)]
    assert set(shifts) == {0, -1}
    assert seen.left == 4


def test_the_board_cannot_be_lost() -> None:
    seen = view()
    seen.pan(99_999, -99_999)
    seen.hold(BOARD)
    assert seen.seen().meets(BOARD)
    seen.hold(BOARD, close=True)
    assert (seen.left, seen.top) == (5000 + MARGIN - 800, -MARGIN)


def test_a_small_board_stays_where_it_is_while_all_of_it_is_seen() -> None:
    seen = view()
    seen.corner_on(0, 0)
    seen.hold(Box(0, 0, 100, 100), close=True)
    assert (seen.left, seen.top) == (-MARGIN, -MARGIN)
