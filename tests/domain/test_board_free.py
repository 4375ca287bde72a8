from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.board_area import Box
from facilitator.domain.board_free import FreeCards

PLACES = st.dictionaries(
    st.sampled_from("abcdefgh"), st.tuples(st.integers(-5000, 5000), st.integers(-5000, 5000))
)


def laid(places: dict[str, tuple[int, int]]) -> FreeCards:
    cards = FreeCards()
    for id, at in places.items():
        cards.put(id, Box(*at, 200, 128))
    return cards


@given(PLACES, PLACES, st.sets(st.sampled_from("abcdefgh")), st.integers(1, 20_000))
def test_cards_are_found_where_they_lie_last(
    first: dict[str, tuple[int, int]], then: dict[str, tuple[int, int]], gone: set[str], size: int
) -> None:
    cards = laid(first)
    for id, at in then.items():
        cards.put(id, Box(*at, 200, 128))
    for id in gone:
        cards.drop(id)
    left = {id: Box(*at, 200, 128) for id, at in (first | then).items() if id not in gone}
    assert cards.boxes == left
    box = Box(-size // 2, -size // 3, size, size)
    assert cards.within(box) == [(id, left[id]) for id in sorted(left) if left[id].meets(box)]
    for place in left.values():
        assert cards.at(place.x + 3, place.y + 3) == max(
            id for id, other in left.items() if other.contains(place.x + 3, place.y + 3)
        )


def test_nothing_is_left_behind_of_what_went() -> None:
    cards = laid({"a": (0, 0), "b": (1000, 1000)})
    assert cards.drop("a") == Box(0, 0, 200, 128)
    assert cards.drop("a") is None
    assert (cards.at(5, 5), cards.bounds) == (None, Box(1000, 1000, 200, 128))
    cards.clear()
    assert (cards.boxes, cards.within(Box(0, 0, 9000, 9000)), cards.bounds) == ({}, [], None)


def test_reading_order_goes_from_the_top_in_bands() -> None:
    cards = laid({"a": (300, 20), "b": (0, 100), "c": (50, 600)})
    assert cards.in_rows() == ["b", "a", "c"]
