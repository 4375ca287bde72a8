from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.board_area import Box
from facilitator.domain.board_frame import Frame, Shelves, shelf_width
from facilitator.domain.board_pool import Pool

SIZES = st.lists(st.tuples(st.integers(1, 900), st.integers(1, 900)), max_size=30)


def frames(sizes: list[tuple[int, int]]) -> list[Frame]:
    found = [Frame(f"goal:{n}") for n in range(len(sizes))]
    for frame, (w, h) in zip(found, sizes, strict=True):
        frame.w, frame.h = w, h
    return found


@given(SIZES, st.integers(1, 4000), st.tuples(*[st.integers(0, 3000)] * 3))
def test_shelves_find_what_meets_a_box_and_nothing_else(
    sizes: list[tuple[int, int]], width: int, look: tuple[int, int, int]
) -> None:
    items = frames(sizes)
    shelves: Shelves[Frame] = Shelves()
    shelves.lay(items, width, 10, (7, 9))
    box = Box(look[0], look[1], look[2] + 1, 400)
    assert list(shelves.seen(box)) == [item for item in items if item.box.meets(box)]
    assert all(item.box.right <= 7 + max(width, item.w) for item in items)


@given(SIZES)
def test_shelves_keep_their_distance(sizes: list[tuple[int, int]]) -> None:
    items = frames(sizes)
    Shelves[Frame]().lay(items, 1500, 10)
    wide = [Box(item.x, item.y, item.w + 10, item.h + 10) for item in items]
    assert not [1 for n, one in enumerate(wide) for other in wide[:n] if one.meets(other)]


def test_a_whole_gets_wider_in_leaps() -> None:
    widths = [shelf_width(frames([(600, 400)] * n), 1000) for n in range(60)]
    assert widths == sorted(widths)
    assert len(set(widths)) < 8


def test_a_frame_without_areas_has_a_place_to_drop_on() -> None:
    frame = Frame("goal:g")
    frame.lay([])
    assert (frame.group, frame.areas) == ("g", [])
    assert frame.h > frame.head + 100


def test_a_frame_moves_its_areas_along() -> None:
    pool = Pool("insight:i")
    pool.fill(["a"], bytearray([0]))
    frame = Frame("goal:g")
    frame.lay([pool])
    before = pool.box_of(0)
    frame.x += 500
    assert pool.box_of(0) == before._replace(x=before.x + 500)
