"""Numbers, addresses and dates are found where they are somebody's, and not where they are not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.services.personal_data import KINDS, REPLACEMENTS, find


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in find(text)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Mijn BSN is 111222333.", "bsn", "111222333"),
        ("Op de brief stond 1234.56.782 onderaan", "bsn", "1234.56.782"),
        ("bsn: 123456789 (verkeerd overgeschreven)", "bsn", "123456789"),
        ("Stort op NL91 ABNA 0417 1643 00 graag", "iban", "NL91 ABNA 0417 1643 00"),
        ("nl20ingb0001234567", "iban", "nl20ingb0001234567"),
        ("BE68 5390 0754 7034 in Gent", "iban", "BE68 5390 0754 7034"),
        ("Bel 06-12345678", "phone", "06-12345678"),
        ("(030) 234 56 78 's avonds", "phone", "(030) 234 56 78"),
        ("+31 (0)6 8765 4321", "phone", "+31 (0)6 8765 4321"),
        ("oma in Ankara: +90 312 555 01 23", "phone", "+90 312 555 01 23"),
        ("mail k.devries+zorg@post.example!", "email", "k.devries+zorg@post.example"),
        ("Kruisweg 8a in het buitengebied", "address", "Kruisweg 8a"),
        ("Jan van Galenstraat 12", "address", "Jan van Galenstraat 12"),
        ("3531 CJ 12", "address", "3531 CJ 12"),
        ("geboren op 1 mei 1948", "birth", "1 mei 1948"),
        ("12-03-1956 is mijn dag", "birth", "12-03-1956"),
        ("de auto met GX-384-T", "plate", "GX-384-T"),
        ("kenteken 84tkb3", "plate", "84tkb3"),
        ("BIG-nummer 79061482301", "number", "79061482301"),
        ("kijk op www.mijnblog.example/anna.", "web", "www.mijnblog.example/anna"),
    ],
)
def test_what_is_somebodys_is_found(text: str, kind: str, words: str) -> None:
    assert (kind, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Op 112 bellen is eng als je de taal niet spreekt.",
        "In 2019 en 2020 was het druk, in 2026 moet alles via een app.",
        "De bus rijdt van 17.30 tot 23.45 uur.",
        "Eigen risico van 385 euro, samen 111222333 euro per jaar.",
        "Bel 0800-1234567 of 0900-2022333, dat is gratis.",
        "De intake was op 14-05-2025 en nu is het november.",
        "De wachtlijst is 1500 km lang en kost 2400 EU",
        "123456789 mensen",
        "Afslag 28 van de snelweg 35",
    ],
)
def test_what_is_nobodys_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_number_with_a_wrong_check_digit_is_no_find() -> None:
    assert found("nummer 111222334 en NL91ABNA0417164301") == []


def test_every_kind_has_words_to_stand_there_in_both_languages() -> None:
    for language in ("nl", "en"):
        assert set(REPLACEMENTS[language]) == set(KINDS)
    assert find("Bel 06-12345678", language="en")[0].replacement == "[phone number]"
    assert find("Bel 06-12345678", language="tlh")[0].replacement == "[phone number]"


def test_replacements_are_no_finds_themselves() -> None:
    for language in ("nl", "en"):
        text = "Bel " + " of ".join(REPLACEMENTS[language].values()) + " op."
        assert found(text) == []


PIECES = st.sampled_from(
    [
        "06",
        "-",
        " ",
        "1",
        "23",
        "NL91",
        "ABNA",
        "mevrouw ",
        "Jan ",
        "van ",
        "der ",
        "@",
        ".nl",
        "www.",
        "\n",
        "😀",
        "Kerkstraat ",
        "1234AB",
        "geboren ",
        "[",
        "(",
        "+31",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)))
def test_finds_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    spans = find(text)
    assert spans == find(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert span.kind in KINDS
        assert span.weight in {1, 2, 3}
        end = span.end


HOSTILE = [
    "a",
    "1",
    "1 ",
    "a@",
    "A",
    "Jan ",
    "van ",
    "NL91 ",
    "a.",
    "a.nl",
    "- ",
    "(0",
    "+1",
    "0612345678 ",
    "mevrouw ",
    "J.",
    "1-",
    "Astraat ",
    "@a",
    "1234AB 1",
    "-.",
    "jan van de ",
    "İ",
    "1 mei ",
    "http://",
    "Kees van der ",
    "www.",
    "geboren ",
    "bsn ",
    "Jan van Piet ",
    "0 ",
    "'",
    "é",
    "12-",
    "patientnummer ",
    "kenteken ",
    "06 ",
    "1 mei 0612345678 ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_very_long_text_of_any_kind_takes_little_time(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 3.0


def test_time_grows_with_length_only() -> None:
    def spent(length: int) -> float:
        text = ("Bel mevrouw Jansen op 06-12345678, Kerkstraat 3. " * (length // 49 + 1))[:length]
        times: list[float] = []
        for _ in range(3):
            begun = time.process_time()
            find(text)
            times.append(time.process_time() - begun)
        return min(times)

    assert spent(80_000) < 30 * spent(8_000) + 0.02


def test_ten_thousand_notes_are_quick() -> None:
    notes = [
        f"{n}: de bus naar het ziekenhuis rijdt na zeven uur niet meer, zegt Fatima." for n in range(10_000)
    ]
    begun = time.process_time()
    count = sum(len(find(note)) for note in notes)
    assert count == 10_000
    assert time.process_time() - begun < 4.0
