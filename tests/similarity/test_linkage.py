from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.similarity import linkage
from facilitator.similarity.linkage import alike, average_linkage
from facilitator.similarity.vectors import Joins, Vectors, vectorise
from facilitator.similarity.words import Reader


def quiet(_done: float) -> None:
    pass


def graph_of(pairs: dict[tuple[int, int], float], size: int) -> dict[int, dict[int, float]]:
    graph: dict[int, dict[int, float]] = {at: {} for at in range(size)}
    for (one, two), value in pairs.items():
        graph[one][two] = graph[two][one] = value
    return graph


def vectors_of(*texts: str) -> Vectors:
    words = [Reader("nl").words(text, "nl") for text in texts]
    return vectorise(words, Joins(words))


def test_likeness_is_the_cosine_of_the_shared_words_both_ways() -> None:
    vectors = vectors_of("bus zondag", "bus zondag", "tolk balie", "tolk balie huur", "school")
    graph = alike(vectors, range(5), quiet)
    assert graph[0][1] == pytest.approx(1.0)
    assert graph[2][3] == graph[3][2] < 1.0
    assert graph[4] == {}


def test_only_the_asked_texts_get_a_row_but_may_be_like_others() -> None:
    vectors = vectors_of("bus zondag", "bus zondag", "tolk balie", "school huur")
    graph = alike(vectors, [0], quiet)
    assert list(graph) == [0]
    assert list(graph[0]) == [1]


def test_what_everybody_says_is_not_looked_at_when_it_would_cost_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vectors = vectors_of("bus tolk", "bus tolk", "bus", "bus", "huur", "school")
    assert 2 in alike(vectors, range(6), quiet)[0]
    monkeypatch.setattr(linkage, "_BUDGET", 5)
    assert list(alike(vectors, range(6), quiet)[0]) == [1]


def test_groups_end_where_the_average_falls_below_the_cut() -> None:
    graph = graph_of({(0, 1): 0.9, (1, 2): 0.5, (0, 2): 0.1, (3, 4): 0.2}, 6)
    assert average_linkage(graph, 0.25, 9, quiet) == [[0, 1, 2]]
    assert average_linkage(graph, 0.35, 9, quiet) == [[0, 1]]
    assert sorted(average_linkage(graph, 0.15, 9, quiet)) == [[0, 1, 2], [3, 4]]


def test_a_chain_is_not_one_group() -> None:
    graph = graph_of({(at, at + 1): 0.4 for at in range(7)}, 8)
    assert sorted(average_linkage(graph, 0.3, 9, quiet)) == [[0, 1], [2, 3], [4, 5], [6, 7]]


def test_no_group_is_larger_than_asked() -> None:
    graph = graph_of({(one, two): 0.9 for one in range(9) for two in range(one)}, 9)
    assert max(map(len, average_linkage(graph, 0.2, 4, quiet))) <= 4


def by_hand(graph: dict[int, dict[int, float]], cut: float) -> list[list[int]]:
    """Average linkage as the books have it: look at all pairs of groups, join the closest, again."""
    groups = [[at] for at in graph]
    while True:
        best = (-1.0, 0, 0)
        for one in range(len(groups)):
            for two in range(one + 1, len(groups)):
                total = sum(graph[a].get(b, 0.0) for a in groups[one] for b in groups[two])
                average = total / (len(groups[one]) * len(groups[two]))
                if average > best[0] + 1e-12:
                    best = (average, one, two)
        if best[0] < cut:
            return sorted(sorted(group) for group in groups if len(group) > 1)
        groups[best[1]] += groups.pop(best[2])


@settings(max_examples=80)
@given(
    st.permutations(list(range(1, 46))).flatmap(
        lambda order: st.tuples(st.just(order), st.lists(st.booleans(), min_size=45, max_size=45))
    )
)
def test_the_quick_way_gives_what_the_slow_way_gives(drawn: tuple[list[int], list[bool]]) -> None:
    order, kept = drawn
    pairs = [(one, two) for two in range(10) for one in range(two)]
    graph = graph_of(
        {pair: place**0.5 / 7 for pair, place, keep in zip(pairs, order, kept, strict=True) if keep}, 10
    )
    quick = sorted(average_linkage(graph, 0.61, 99, quiet))
    assert quick == by_hand(graph, 0.61)
