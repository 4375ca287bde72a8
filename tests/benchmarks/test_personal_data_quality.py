"""The notes are well marked, and the search does not get worse on them."""

from __future__ import annotations

from benchmarks.personal_data_quality import NOTES, Note, judge, read, table
from facilitator.services.personal_data import KINDS


def test_every_mark_lies_on_words_of_a_known_kind() -> None:
    notes = read(NOTES)
    assert len(notes) == 200
    for note in notes:
        for kind, start, end in note.places:
            assert kind in KINDS
            words = note.text[start:end]
            assert words
            assert words == words.strip()


def test_the_search_stays_as_good_as_the_documentation_says() -> None:
    score = judge(read(NOTES))
    numbers = score.there.total() - score.there["name"]
    assert numbers - (score.found.total() - score.found["name"]) == 0
    assert score.found["name"] >= 35
    assert len(score.alarms) <= 3
    told = (NOTES.parents[3] / "docs" / "privacy.md").read_text("utf-8")
    for line in table(score):
        assert line in told


def test_misses_and_false_alarms_are_counted() -> None:
    score = judge([Note("Bel 06-12345678", (("name", 0, 3),)), Note("Niets", ())])
    assert (score.there["name"], score.found["name"]) == (1, 0)
    assert score.missed == [("name", "Bel")]
    assert score.alarms == [("phone", "06-12345678")]
