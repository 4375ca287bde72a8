from __future__ import annotations

from facilitator.services.findings import about, at, code_of


def test_the_words_around_a_place_stand_on_one_line_with_the_place_marked() -> None:
    text = "Eerste regel\n" + "a " * 60 + "HIER" + " b" * 60
    start = text.index("HIER")
    found = at("personal.name", "note", "n", "text", text, start, start + 4)
    assert found.excerpt[slice(*found.mark)] == "HIER"
    assert found.excerpt.startswith("… ")
    assert found.excerpt.endswith(" …")
    assert "\n" not in found.excerpt


def test_the_name_of_a_decision_is_of_the_place_and_never_of_the_words() -> None:
    one = at("personal.bsn", "note", "n", "text", "111222333 hier", 0, 9)
    other = at("personal.bsn", "note", "n", "text", "999888777 hier", 0, 9)
    assert one.id == other.id
    assert one.text_hash != other.text_hash == code_of("999888777 hier")
    assert at("personal.bsn", "note", "n", "text", "111222333", 0, 9, "1").id != one.id


def test_a_finding_about_a_whole_has_no_place() -> None:
    found = about("gate.open", "gate", "g", "Ontmoeten", 1, "rust")
    assert (found.start, found.end, found.field, found.mark) == (0, 0, "", (0, 0))
    assert found.text_hash == code_of("rust")
