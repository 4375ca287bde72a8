from __future__ import annotations

from base64 import b64decode, b64encode
from io import BytesIO

from PIL import Image

from facilitator.domain import entities as e
from facilitator.report.facts import Facts
from facilitator.report.plate_people import Walkers
from tests.report.builders import example_state, report_of, small_state
from tests.report.plates import example_page, page_of, small_page

NEW = {"persona": "fatima", "meeting": "m1", "insights": ("i1",)}


def test_each_persona_can_be_chosen_and_has_a_story() -> None:
    page, state = example_page(), example_state()
    assert [p.get("value") for p in page.all("input", "pick")] == [
        str(n) for n in range(len(state.personas) + 1)
    ]
    assert [p.get("value") for p in page.all("input") if "checked" in p.attributes] == ["0"]
    for n, persona in enumerate(state.personas, 1):
        story = page.one(f"verhaal-{n}").text
        assert persona.name in story
        assert persona.needs in story


def test_in_english_the_stories_are_english() -> None:
    (fatima, *_) = example_state().personas
    english = fatima.translations["en"]["story"]
    assert english in example_page("en").one("verhaal-1").text


def test_a_story_leads_to_the_goals_where_people_spoke_about_that_persona() -> None:
    walkers = Walkers(Facts(report_of(example_state())))
    page = example_page()
    for about in walkers.all:
        links = [a.get("href") for a in page.one(f"verhaal-{about.number}").all("a")]
        assert links == [f"#doel-{n}" for n in sorted(about.said)]
        lit = [li.get("id") for li in page.all("li", "spot") if f"lit-{about.number}" in li.classes]
        assert lit == [f"plek-{n}" for n in sorted(about.said)]


def test_what_was_only_imagined_lights_up_no_place_and_stands_apart() -> None:
    thought = e.Note(id="t", text="Zij zal wel bang zijn", basis="imagined", starred=True, seq=9, **{**NEW})
    silent = e.Note(id="n1", text="weg", seq=1)
    page = small_page(thought, silent)
    assert page.one("plek-1").classes == {"spot", "at-1", "lit-2"}
    (apart,) = page.one("verhaal-1").all("div", "imagined")
    assert "Zij zal wel bang zijn" in apart.text
    assert "Bedacht, niet gezegd" in apart.text
    assert page.one("verhaal-1").text.count("Zij zal wel bang zijn") == 1


def test_words_that_were_not_released_are_counted_and_not_told() -> None:
    secret = e.Note(
        id="s", text="Geheim woord", translation="Ook geheim", consent="none", starred=True, seq=9, **NEW
    )
    page = small_page(secret)
    assert "eheim" not in page.text
    assert "1 notitie telt mee, maar de woorden zijn niet vrijgegeven." in page.one("verhaal-1").text
    assert "1 notitie telt mee, maar de woorden zijn niet vrijgegeven." in page.one("doel-1").text
    assert "Over Fatima: 2 notities" in page.one("plek-1").text


def test_words_told_in_other_words_are_not_between_quotation_marks() -> None:
    rows = [
        e.Note(id="a", text="Zoals gezegd", starred=True, seq=8, **NEW),
        e.Note(id="b", text="Zoals bedoeld", consent="paraphrase", starred=True, seq=9, **NEW),
    ]
    told = [quote.text for quote in small_page(*rows).one("doel-1").all("blockquote")]
    assert "“Zoals gezegd”" in told
    assert "Zoals bedoeld" in told


def test_a_word_in_another_language_says_so_and_has_its_translation() -> None:
    rows = [
        e.Note(
            id="ar",
            text="أفهم الكلمات",
            translation="Ik begrijp het",
            language="ar",
            starred=True,
            seq=8,
            **NEW,
        ),
        e.Note(id="pl", text="Pracuję na nocki", language="pl", starred=True, seq=9, **NEW),
    ]
    quotes = {quote.text: quote for quote in small_page(*rows).one("doel-1").all("blockquote")}
    assert (quotes["“أفهم الكلمات”"].get("lang"), quotes["“أفهم الكلمات”"].get("dir")) == ("ar", "rtl")
    assert (quotes["“Pracuję na nocki”"].get("lang"), quotes["“Pracuję na nocki”"].get("dir")) == ("pl", "")
    assert "Vertaling: Ik begrijp het" in small_page(*rows).one("doel-1").text


def test_a_persona_without_a_drawing_has_initials_and_a_bad_drawing_is_not_let_in() -> None:
    bad = e.Persona(
        id="geert", name="Geert van Dam", portrait="<svg viewBox='0 0 9 9'><script>x</script></svg>", seq=2
    )
    page = small_page(bad)
    assert page.one("gezicht-2").text == "GV"
    assert not page.one("gezicht-2").all("script")


def test_portraits_are_written_anew_once_each() -> None:
    page, state = example_page(), example_state()
    for n, persona in enumerate(state.personas, 1):
        symbol = page.one(f"gezicht-{n}")
        assert persona.portrait
        assert {element.name for element in symbol.all()} == {"path"}
        assert {key for path in symbol.all() for key in path.attributes} <= {
            "d", "fill", "stroke", "stroke-width", "stroke-linecap", "opacity",
        }  # fmt: skip


def test_a_hidden_persona_cannot_be_chosen() -> None:
    page = small_page(e.Persona(id="geert", name="Geert", hidden=True, seq=2))
    assert [p.get("value") for p in page.all("input", "pick")] == ["0", "1"]


def test_without_personas_there_is_nothing_to_choose() -> None:
    state = small_state()
    state.tables.pop("persona")
    page = page_of(report_of(state))
    assert not page.all("fieldset")
    assert "Kies een plek op de plaat" in page.one("doelen").text


def photo(description: str) -> e.Picture:
    out = BytesIO()
    Image.new("RGB", (2000, 1000), "#C01040").save(out, "PNG")
    return e.Picture(id="foto", data=b64encode(out.getvalue()).decode(), description=description)


def test_a_quote_shows_its_picture_small_and_tells_it() -> None:
    note = e.Note(id="s", text="Kijk dan", picture="foto", starred=True, seq=9, **NEW)
    shown = small_page(note, photo('Een "lege" bushalte')).all("img")
    assert shown
    for image in shown:
        assert image.get("alt") == 'Een "lege" bushalte'
        kind, _, data = (image.get("src") or "").partition(",")
        assert kind == "data:image/jpeg;base64"
        with Image.open(BytesIO(b64decode(data))) as seen:
            assert seen.size == (600, 300)


def test_a_picture_of_who_said_no_is_not_in_the_page() -> None:
    for consent in ("none", "paraphrase"):
        note = e.Note(id="s", text="Kijk dan", picture="foto", starred=True, consent=consent, seq=9, **NEW)
        assert not small_page(note, photo("Een bushalte")).all("img")
