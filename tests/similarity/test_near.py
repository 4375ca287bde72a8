from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from facilitator.similarity.near import ALMOST, NearIndex
from facilitator.similarity.words import Reader

NOTES = {
    "a": "Het wachten is te lang",
    "b": "De wachttijd aan de balie is veel te lang",
    "c": "Eén vast contactpersoon zou helpen",
    "d": "Graag een vast contactpersoon",
    "e": "De bus rijdt niet op zondag",
    "f": "Op zondag rijdt er geen bus",
}


def index_of(notes: dict[str, str]) -> NearIndex:
    reader, index = Reader("nl"), NearIndex()
    for key, text in notes.items():
        index.put(key, reader.stems(text, "nl"))
    return index


def similar(index: NearIndex, text: str, limit: int = 3) -> list[str]:
    return [key for key, _score in index.similar(Reader("nl").stems(text, "nl"), limit)]


def test_almost_the_same_words_are_found_whatever_their_order() -> None:
    assert similar(index_of(NOTES), "Er rijdt op zondag geen bus") == ["e", "f"]


def test_the_note_itself_can_be_left_out() -> None:
    found = index_of(NOTES).similar(Reader("nl").stems(NOTES["e"], "nl"), without="e")
    assert [key for key, _score in found] == ["f"]


def test_one_word_is_not_almost_a_whole_sentence() -> None:
    assert similar(index_of(NOTES), "zondag") == []


def test_a_text_about_something_else_finds_nothing() -> None:
    assert similar(index_of(NOTES), "De dokter luistert goed") == []
    assert similar(index_of(NOTES), "") == []


def test_a_word_with_a_slip_of_the_pen_is_still_alike() -> None:
    index = index_of({"a": "Graag een vast contactpersoon bij de gemeente"})
    assert similar(index, "Graag een vast contactpersoon bij de gemeent") == ["a"]
    assert similar(index, "Graag een vast contactpersoom bij de gemeente") == ["a"]


def test_a_forgotten_text_is_not_found_and_leaves_no_words_behind() -> None:
    index = index_of(NOTES)
    for key in NOTES:
        index.drop(key)
    assert len(index) == 0
    assert not index._having


def test_no_more_than_the_limit_best_first() -> None:
    index = index_of({f"n{number}": "De bus rijdt niet op zondag" for number in range(9)})
    assert similar(index, "De bus rijdt niet op zondag", limit=4) == ["n0", "n1", "n2", "n3"]


def test_a_word_in_every_note_costs_no_more_than_a_part_of_them() -> None:
    index = index_of({f"n{number:05}": f"zorg woord{number}q" for number in range(20_000)})
    assert similar(index, "zorg") == []


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.lists(st.sampled_from(["bus", "zorg", "taal", "arts"]))))
)
def test_what_is_found_depends_on_the_texts_alone(puts: list[tuple[str, list[str]]]) -> None:
    grown, last = NearIndex(), dict(puts)
    for key, stems in puts:
        grown.put(key, stems)
    fresh = NearIndex()
    for key, stems in sorted(last.items()):
        fresh.put(key, stems)
    asked = ["bus", "zorg", "taal"]
    assert grown.similar(asked, limit=9) == fresh.similar(asked, limit=9)
    assert all(ALMOST <= score <= 100 for _key, score in grown.similar(asked, limit=9))


def test_many_notes_are_searched_without_looking_at_all() -> None:
    rnd = random.Random(4)
    words = ["".join(rnd.choices("abdeghiklmnoprstuvwz", k=7)) for _ in range(3_000)]
    index = NearIndex()
    for number in range(3_000):
        index.put(str(number), rnd.sample(words, 8))
    index.put("twin", words[:8])
    assert [key for key, _ in index.similar(words[:8])] == ["twin"]
