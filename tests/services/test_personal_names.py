"""Names are found by what stands around them; places, groups and personas are no names."""

from __future__ import annotations

import pytest

from facilitator.services.personal_names import find_names


def found(text: str, *known: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_names(text, known)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mijn huisarts dokter Van der Berg belt nooit terug.", "Van der Berg"),
        ("De heer A.B. Bakker-de Boer klaagt", "A.B. Bakker-de Boer"),
        ("Volgens mevrouw El Idrissi duurt het te lang", "El Idrissi"),
        ("mijn zus Rozemarijn heeft niets gehoord", "Rozemarijn"),
        ("de zoon van Mohamed wacht", "Mohamed"),
        ("Karim zei dat hij niet kan betalen", "Karim"),
        ("Ik heet Quirine", "Quirine"),
        ("FATIMA WACHT AL EEN JAAR", "FATIMA"),
        ("gisteren zag ik dat fatima wachtte", "fatima"),
        ("Tessa de Wit doet mee", "Tessa de Wit"),
        ("Mr Johnson from upstairs helps", "Johnson"),
    ],
)
def test_a_name_is_found_whole(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Mark mijn woorden: dit wordt erger.",
        "Roos en sterk: het wijkteam werkt goed.",
        "De gemeente Hof van Twente stuurt je door naar Zwolle.",
        "Het Medisch Spectrum Twente en het Rode Kruis helpen.",
        "Op Maandag spreken Turkse vrouwen Nederlands.",
        "De GGZ en DigiD werken niet.",
        "’s Nachts leest ze op internet.",
        "mijn man heeft geen rijbewijs",
        "",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_names_of_personas_may_stand_but_not_with_a_surname() -> None:
    assert found("Fatima durft niet te bellen", "Fatima") == []
    assert found("De mantelzorger van Bennie is moe", "Bennie") == []
    assert found("Fatima Bouzid durft niet te bellen", "Fatima") == ["Fatima Bouzid"]


def test_a_title_makes_sure_and_small_letters_make_unsure() -> None:
    assert [weight for _, _, weight in find_names("mevrouw Jansen", ())] == [3]
    assert [weight for _, _, weight in find_names("volgens fatima niet", ())] == [1]
