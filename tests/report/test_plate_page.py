from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS
from facilitator.domain.state import State
from facilitator.domain.text import clean
from facilitator.report import strings
from facilitator.report.plate_page import plate, render_plate
from tests.helpers.html import Element, read_page
from tests.report.builders import RESOURCES, example, report_of, small_state
from tests.report.plates import HOSTILE, answered, hostile_state, page_of
from tests.report.test_any_state import Chance, any_state

ADDRESS = (
    "href",
    "src",
    "srcset",
    "action",
    "formaction",
    "poster",
    "data",
    "background",
    "ping",
    "manifest",
)


@cache
def pages() -> dict[str, str]:
    data = {
        "nl": example("nl"),
        "en": example("en"),
        "empty": report_of(State()),
        "small": report_of(small_state(), "en"),
        "answered": report_of(answered()),
        "hostile": report_of(hostile_state()),
        "hostile-en": report_of(hostile_state(), "en"),
    }
    return {name: plate(one, RESOURCES) for name, one in data.items()}


@cache
def tree(name: str) -> Element:
    return read_page(pages()[name])


EVERY = pytest.mark.parametrize("name", ["nl", "en", "empty", "small", "answered", "hostile", "hostile-en"])


@EVERY
def test_nothing_leads_or_reaches_outside(name: str) -> None:
    for element in tree(name).all():
        assert element.name not in {
            "link",
            "img",
            "iframe",
            "object",
            "embed",
            "base",
            "form",
            "audio",
            "video",
        }
        for key, value in element.attributes.items():
            assert not key.startswith("on")
            assert key != "style"
            if key in ADDRESS or key.endswith(":href"):
                assert (value or "").startswith("#")
    for block in [*tree(name).all("style"), *tree(name).all("script")]:
        code = "".join(str(child) for child in block.children)
        assert not re.search(r"url\(|@import|https?:|//[a-z]|fetch|XMLHttp|WebSocket|eval\(|innerHTML", code)


@EVERY
def test_the_policy_allows_only_what_is_in_the_page(name: str) -> None:
    (policy,) = [
        m.get("content") for m in tree(name).all("meta") if m.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for kind in ("style", "script"):
        (block,) = tree(name).all(kind)
        code = "".join(str(child) for child in block.children)
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert rules[f"{kind}-src"] == f"'sha256-{digest}'"
    assert rules["img-src"] == "data:"
    assert len(rules) == 6


@EVERY
def test_ids_are_unique_and_every_reference_resolves(name: str) -> None:
    every = tree(name).all()
    ids = [element.get("id") for element in every if element.get("id")]
    assert len(ids) == len(set(ids))
    wanted = [e.get("href")[1:] for e in every if e.get("href")]
    for key in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
        wanted += [id for element in every for id in element.get(key).split()]
    assert set(wanted) <= set(ids)


@EVERY
def test_headings_nest_and_there_is_one_title(name: str) -> None:
    levels = [int(e.name[1]) for e in tree(name).all() if re.fullmatch("h[1-6]", e.name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


@EVERY
def test_landmarks_and_names_are_there(name: str) -> None:
    page = tree(name)
    assert [len(page.all(mark)) for mark in ("header", "main")] == [1, 1]
    assert page.all("html")[0].get("lang") in ("nl", "en")
    assert page.all("title")[0].children
    for element in page.all("svg"):
        assert element.get("aria-hidden") == "true" or element.get("aria-label")
    for element in [*page.all("a"), *page.all("summary"), *page.all("label")]:
        assert element.text
    for element in page.all("input"):
        assert element.get("id") in [label.get("for") for label in page.all("label")]


def test_hostile_words_stand_there_letter_by_letter() -> None:
    page = tree("hostile")
    assert [element.name for element in page.all() if element.name in ("script", "style")] == [
        "style",
        "script",
    ]
    for n, text in enumerate(HOSTILE):
        said = page.one(f"doel-{n + 2}")
        words = " ".join(clean(text).split())
        assert words in said.all("h3")[0].text
        assert said.text.count(words) > 5
    assert not page.all("img")
    assert not page.all("b")


@pytest.mark.parametrize("seed", range(40))
def test_whatever_a_dialogue_holds_there_is_a_page_and_always_the_same(seed: int) -> None:
    state = any_state(Chance(seed))
    text = plate(report_of(state, "nl" if seed % 2 else "en"), RESOURCES)
    text.encode("utf-8")
    assert text == plate(report_of(state, "nl" if seed % 2 else "en"), RESOURCES)
    page = read_page(text)
    ids = [element.get("id") for element in page.all() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {a.get("href")[1:] for a in page.all("a")} <= set(ids)
    assert len(page.all("li", "spot")) == len(state.goals)
    assert [element.name for element in page.all() if element.name in ("script", "style")] == [
        "style",
        "script",
    ]


def test_in_the_other_language_words_of_people_say_their_language() -> None:
    title = tree("en").all("h1")[0]
    assert title.get("lang") == "nl"
    assert not tree("nl").all("h1")[0].get("lang")
    assert {e.get("lang") for e in tree("en").one("doel-1").all("h3")} == {"nl"}


def test_an_empty_dialogue_gives_a_picture_without_places() -> None:
    page = tree("empty")
    assert not page.all("ol", "places")
    assert "Er zijn nog geen doelen benoemd." in page.text
    assert "geen plekken" in page.all("svg", "land")[0].get("aria-label")


def test_same_input_same_bytes_and_a_size_one_can_mail(tmp_path: Path) -> None:
    results = [render_plate(example(), tmp_path / f"{n}.html", RESOURCES) for n in range(2)]
    first, second = ((tmp_path / f"{n}.html").read_bytes() for n in range(2))
    assert first == second
    assert results[0].size == len(first) < 1_500_000
    assert results[0].goals == 8


def test_what_is_chosen_lights_up_by_rules_of_this_dialogue() -> None:
    (style,) = tree("small").all("style")
    code = "".join(str(child) for child in style.children)
    assert ":root:has(#wie-2:checked) .lit-2" in code
    assert "#wie-3:checked" not in code
    assert "#plek-1{left:" in code


def test_a_browser_that_does_not_know_every_rule_still_opens_goals_and_stories() -> None:
    (style,) = tree("nl").all("style")
    code = "".join(str(child) for child in style.children)
    assert re.search(r"[}/]\s*\.goal:target \{ display: block; \}", code)
    assert "@supports not selector(:has(a)) { .story.on { display: block; } }" in code


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("opening", "Wij, de bewoners"),
        ("summary", "Kort gezegd"),
        ("personas", "Ze heeft buikpijn."),
        ("process", 'id="kanalen-kop"'),
        ("follow_up", strings.load(RESOURCES, "nl").t("praatplaat.became")),
    ],
)
def test_what_is_left_out_of_the_report_is_not_told_here_either(part: str, words: str) -> None:
    state = small_state(opening="Wij, de bewoners", summary="Kort gezegd")
    assert words in plate(report_of(state), RESOURCES)
    left = plate(report_of(state, parts=tuple(one for one in PARTS if one != part)), RESOURCES)
    assert words not in left
    every = read_page(left).all()
    ids = {element.get("id") for element in every}
    wanted = [id for element in every for id in element.get("aria-labelledby").split()]
    wanted += [element.get("href")[1:] for element in every if element.get("href")]
    assert set(wanted) <= ids


def test_the_colophon_tells_date_version_and_seal() -> None:
    told = page_of(replace(example(), seal="AB12-CD34")).one("over").text
    for words in ("14 november 2026", "Facilitator 1.0.0", "AB12-CD34"):
        assert words in told
    assert "Zegel" not in tree("nl").one("over").text


def test_without_its_resources_it_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "report").symlink_to(paths.resources() / "report")
    with pytest.raises(UserError) as told:
        plate(example(), tmp_path)
    assert told.value.code == "report.texts_bad"


def test_the_sentences_are_there_in_both_languages() -> None:
    books = [strings.load(RESOURCES, language) for language in ("nl", "en")]
    assert not strings.differences(*books)
    assert "praatplaat.kind" in books[0].texts
