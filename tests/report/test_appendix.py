from __future__ import annotations

import pytest

from facilitator.domain import entities as e
from facilitator.report.appendix import MOST_WHOLE, NoteRow, note_details
from facilitator.report.kit import Kit
from facilitator.report.shaping import is_rtl
from facilitator.report.tags import Group
from tests.report.builders import (
    example,
    example_state,
    flat,
    kit_of,
    laid_out,
    report_of,
    setter,
    small_state,
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_note_of_the_example_is_there_with_its_code(language: str) -> None:
    data, state = example(language), example_state()
    text = flat(laid_out(data, "notes"))
    codes = kit_of(data).facts.codes
    assert len(state.notes) == len(data.state.notes) > 150
    for note in state.notes:
        # Reader programs turn the whole line round an Arabic word; its letters have a test of their own.
        if not is_rtl(note.text):
            assert codes[note.id] in text
            assert (flat(note.text) in text) == (note.consent != "none")
        assert flat(note.translation) in text


def test_words_that_were_not_released_are_counted_but_not_printed() -> None:
    secret = e.Note(
        id="n1",
        text="Mijn broer weet dit niet",
        translation="My brother",
        consent="none",
        persona="fatima",
        seq=1,
    )
    text = flat(laid_out(report_of(small_state(secret)), "notes"))
    assert flat("Mijn broer") not in text
    assert flat("My brother") not in text
    assert flat("De woorden zijn niet vrijgegeven.") in text
    assert "N1" in text


def test_notes_stand_under_persona_and_step_in_the_order_of_the_method() -> None:
    more = e.Note(id="n9", text="Negende", persona="fatima", step="dromen", meeting="m1", seq=9)
    text = laid_out(report_of(small_state(more)), "notes").replace("\u00a0", " ")
    assert text.index("Fatima 2 notities") < text.index("Eerste notitie") < text.index("Negende")
    assert text.index("Negende") < text.index("Geert 2 notities") < text.index("Tweede notitie")
    assert (
        text.index("Tweede notitie")
        < text.rindex("Over niemand in het bijzonder")
        < text.index("Vierde notitie")
    )


def about(kit: Kit, note: e.Note) -> str:
    return "".join(span.text for span in note_details(kit, note))


def test_each_note_says_where_it_went() -> None:
    kit = kit_of(
        report_of(small_state(e.Note(id="n3", text="los", step="dromen", meeting="m4", table=3, seq=3)))
    )
    first, _, third, fourth = (about(kit, note) for note in kit.facts.notes)
    assert first == "ervaring · eigen ervaring · grote bijeenkomsten · bij: I1 Dichtbij telt"
    assert third == "ervaring · eigen ervaring · vragenlijst · tafel 3 · nog niet gebundeld"
    assert fourth.endswith("apart gelegd: dubbel")


def test_a_note_parked_without_a_reason_says_that() -> None:
    kit = kit_of(report_of(small_state(e.Note(id="n4", text="x", parked="", seq=4))))
    assert about(kit, kit.facts.notes[3]).endswith("apart gelegd: zonder reden")


def test_notes_of_hidden_personas_unknown_steps_and_dead_personas_are_kept() -> None:
    state = small_state(
        e.Persona(id="geert", name="Geert", hidden=True, seq=2),
        e.Note(id="x1", text="Bij een oude stap", persona="fatima", step="vroeger", seq=8),
        e.Note(id="x2", text="Van wie weg is", persona="weg", step="dromen", seq=9),
    )
    text = laid_out(report_of(state), "notes")
    for words in ("Tweede notitie", "Bij een oude stap", "Van wie weg is", "vroeger"):
        assert words in text


def test_a_short_note_stays_whole_and_a_long_one_is_cut_by_line() -> None:
    kit = kit_of(report_of(small_state()))
    short = NoteRow(kit, e.Note(id="n1", text="kort"), Group("L"))
    long = NoteRow(kit, e.Note(id="n1", text="lang " * 800), Group("L"))
    assert short.fit(setter(), 475) < MOST_WHOLE < long.fit(setter(), 475)
    assert (short.whole, long.whole) == (True, False)
    cut = long.split(300)
    assert cut is not None
    assert cut[0].height <= 300
    assert cut[0].height + cut[1].height == pytest.approx(long.height + 5)


def test_letters_are_those_of_the_language() -> None:
    worry = e.Note(id="n1", text="Eng", kind="worry", persona="fatima", meeting="m1", seq=1)
    assert "N1 Z Eng" in laid_out(report_of(small_state(worry)), "notes")
    assert "N1 W Eng" in laid_out(report_of(small_state(worry), "en"), "notes")


def test_the_last_page_says_how_it_was_made_and_what_is_not_counted() -> None:
    text = laid_out(report_of(small_state(privacy_promise="Nooit uw naam.")), "process")
    assert "op 14 november 2026 gemaakt met Facilitator 1.0.0" in text
    assert "Onze belofte over privacy Nooit uw naam." in text
    assert "SIL Open Font License" in text
    assert "tellen nergens mee als stem" in text


@pytest.mark.parametrize(
    ("language", "level", "told", "count"),
    [
        (
            "nl",
            "quotes",
            "Alleen woorden die als citaat mogen, zijn afgedrukt.",
            "Van 4 notities zijn de woorden",
        ),
        ("nl", "numbers", "Woorden uit notities zijn niet afgedrukt.", "Van 4 notities zijn de woorden"),
        ("en", "numbers", "Words from notes are not printed.", "The words of 4 notes"),
    ],
)
def test_the_last_page_tells_how_the_promise_was_kept(
    language: str, level: str, told: str, count: str
) -> None:
    data = report_of(small_state(publication=level, anonymity="full"), language)
    text = flat(laid_out(data, "notes"))
    assert flat(told) in text
    assert flat(count) in text
    short = {"quotes": "citaten", "numbers": "zonder woorden" if language == "nl" else "without words"}[level]
    assert flat(short) in flat(laid_out(data, "opening"))


def test_the_last_page_tells_that_small_meetings_stand_together() -> None:
    few = [e.Meeting(id=f"m{n}", name=f"Keukentafel {n}", channel="soft", people=3, seq=n) for n in (1, 2)]
    text = flat(laid_out(report_of(small_state(*few)), "process"))
    assert flat("2 bijeenkomsten staan daarom bij ‘Kleine bijeenkomsten, samen’.") in text
    assert flat("soms minder dan 5 mensen") in text
    assert "Keukentafel" not in text
