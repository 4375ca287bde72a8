from __future__ import annotations

from facilitator.similarity.titles import reasons_as_written, title_of
from facilitator.similarity.vectors import Joins
from facilitator.similarity.words import Reader, Word


def read(*texts: str) -> list[list[Word]]:
    return [Reader("nl").words(text, "nl") for text in texts]


def name(stems: list[str], *texts: str) -> str:
    words = read(*texts)
    joins = Joins(words)
    return title_of(stems, reasons_as_written(stems, words, joins), words, joins)


def test_a_reason_is_written_as_most_people_wrote_it() -> None:
    words = read("De brieven zijn lang", "Brieven lezen", "een brief")
    assert reasons_as_written(["brief"], words, Joins(words)) == ["brieven"]


def test_a_capital_stays_when_everybody_writes_it() -> None:
    words = read("Met DigiD inloggen", "DigiD werkt niet")
    assert reasons_as_written(["digid"], words, Joins(words)) == ["DigiD"]


def test_a_word_that_is_only_a_part_is_told_by_the_whole() -> None:
    words = read("wachttijd telt", "wachtrij telt", "wacht")
    joins = Joins(words)
    assert reasons_as_written(["wacht"], words[:2], joins) == ["wachtrij"]


def test_words_that_stand_side_by_side_more_than_once_make_the_name() -> None:
    assert name(["contactperson", "vast"], "Graag een vast contactpersoon", "Eén vaste contactpersoon") in {
        "Vast contactpersoon",
        "Vaste contactpersoon",
    }


def test_words_that_only_meet_are_set_apart_by_commas() -> None:
    assert name(["bus", "zondag"], "De bus op zondag", "Zondag geen bus") == "Bus, zondag"
    assert name(["bus"], "De bus", "Een bus") == "Bus"
