"""Methods are data: the shipped ones are whole, and a fault names its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content.methods import load_method
from facilitator.domain.errors import UserError
from tests.content.helpers import RESOURCES, change, place, small_method

SHIPPED = sorted(path.name for path in (RESOURCES / "methods").iterdir())


def refused(folder: Path) -> tuple[object, object, str]:
    with pytest.raises(UserError) as caught:
        load_method(folder)
    assert caught.value.code == "content.fault"
    return place(caught.value)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_method_is_whole_in_both_languages(name: str) -> None:
    method = load_method(RESOURCES / "methods" / name)
    assert list(method.languages) == ["nl", "en"]
    for language, spoken in method.languages.items():
        assert (spoken.id, spoken.language) == (name, language)
        for step in spoken.steps:
            assert 3 <= len(step.parts) <= 5, step.id
            assert all(2 <= len(part.prompts) <= 4 for part in step.parts), step.id
            assert 2 <= len(step.gate) <= 4, step.id
            assert 30 <= step.minutes <= 180, step.id
            assert any(condition.rule for condition in step.gate), step.id


@pytest.mark.parametrize("name", SHIPPED)
def test_no_word_of_one_language_is_left_in_the_other(name: str) -> None:
    method = load_method(RESOURCES / "methods" / name)
    dutch, english = (
        {prompt for step in method.pick(language).steps for part in step.parts for prompt in part.prompts}
        for language in ("nl", "en")
    )
    assert not dutch & english


def test_the_five_steps_are_the_agreed_ones() -> None:
    method = load_method(RESOURCES / "methods" / "vijf-stappen")
    found = [(step.id, step.title, step.short) for step in method.pick("nl").steps]
    assert found == [
        ("ontmoeten", "Ontmoeten", "Ontmoeten"),
        ("ervaren", "Ervaren", "Ervaren"),
        ("dromen", "Dromen", "Dromen"),
        ("wegen", "Wegen en bundelen", "Wegen"),
        ("adviseren", "Adviseren en afspreken", "Adviseren"),
    ]
    english = [step.title for step in method.pick("en").steps]
    assert english == ["Meet", "Share experience", "Imagine", "Weigh and cluster", "Advise and commit"]
    assert [step.activities[0] for step in method.pick("nl").steps] == [
        "meet",
        "capture",
        "capture",
        "group",
        "advise",
    ]


def test_the_day_of_dialogue_has_four_steps_and_ends_in_advice() -> None:
    steps = load_method(RESOURCES / "methods" / "dag-van-de-dialoog").pick("nl").steps
    assert [step.id for step in steps] == ["kennismaken", "ervaringen-delen", "dromen", "doen"]
    assert steps[-1].activities == ("group", "advise")


def test_structure_and_words_come_together(tmp_path: Path) -> None:
    step = load_method(small_method(tmp_path)).pick("nl").steps[0]
    assert (step.id, step.kinds, step.parts[0].prompts) == (
        "praten",
        ("experience", "worry"),
        ("Wat maakte u mee?",),
    )
    assert [(item.id, item.rule, item.text) for item in step.gate] == [
        ("notities", "notes_captured", "Er zijn notities"),
        ("klaar", "", "Iedereen is klaar"),
    ]


def test_a_step_may_have_no_gate(tmp_path: Path) -> None:
    folder = small_method(tmp_path)
    structure = (folder / "method.toml").read_text("utf-8")
    (folder / "method.toml").write_text(structure.split("[[steps.gate]]")[0], "utf-8")
    for language in ("nl", "en"):
        words = (folder / f"{language}.toml").read_text("utf-8")
        (folder / f"{language}.toml").write_text(words.split("[steps.praten.gate]")[0], "utf-8")
    assert load_method(folder).pick("nl").steps[0].gate == ()


FAULTS = [
    ("method.toml", 'id = "klein"', 'id = "groot"', 1, "id differs from the name of the folder: klein"),
    ("method.toml", 'version = "1"', "version = 1", 2, "not a text: version"),
    ("method.toml", '["nl", "en"]', '["nl", "en", "Duits"]', 3, "unknown in languages: Duits"),
    ("method.toml", '["nl", "en"]', "[]", 3, "empty: languages"),
    ("method.toml", '["nl", "en"]', '["nl", "en"]\ncolour = "red"', 4, "unknown key: colour"),
    ("method.toml", 'id = "praten"', 'id = "Praten!"', 6, "not an id (small letters, digits, hyphens): id"),
    ("method.toml", '["capture"]', '["capture", "dance"]', 7, "unknown in activities: dance"),
    ("method.toml", '"worry"', '"joy"', 8, "unknown in kinds: joy"),
    ("method.toml", '"worry"', '"experience"', 8, "doubled in kinds: experience"),
    ("method.toml", 'kinds = ["experience", "worry"]\n', "", 5, "missing: kinds"),
    ("method.toml", "minutes = 20", "minutes = 0", 12, "not between 1 and 240: minutes"),
    ("method.toml", "minutes = 20", "minutes = 241", 12, "not between 1 and 240: minutes"),
    ("method.toml", "minutes = 20", "minutes = 7.5", 12, "not a whole number: minutes"),
    ("method.toml", "minutes = 20", 'minutes = 20\nroom = "x"', 13, "unknown key: room"),
    ("method.toml", '"notes_captured"', '"all_happy"', 16, "unknown rule: all_happy"),
    ("method.toml", 'id = "klaar"', 'id = "notities"', 19, "doubled id: notities"),
    ("nl.toml", 'title = "Klein"\n', "", 1, "missing: title"),
    ("en.toml", 'title = "Klein"\n', "", 1, "missing: title"),
    ("en.toml", 'short = "Praten"', 'short = " "', 6, "empty: short"),
    ("en.toml", '"Praten"\npurpose', f'"{"x" * 25}"\npurpose', 6, "longer than 24 characters: short"),
    ("nl.toml", 'purpose = "We praten."', 'purpse = "We praten."', 4, "missing: purpose"),
    ("nl.toml", '  "Wat maakte u mee?",\n', "", 11, "empty: prompts"),
    ("nl.toml", '"Wat maakte u mee?"', "3", 11, "not a text: prompts"),
    ("nl.toml", "[steps.praten.parts.ronde]", "[steps.praten.parts.rondje]", 4, "missing: ronde"),
    ("nl.toml", 'klaar = "Iedereen is klaar"\n', "", 15, "missing: klaar"),
    ("nl.toml", "klaar =", 'meer = "x"\nklaar =', 17, "unknown key: meer"),
    (
        "nl.toml",
        "[steps.praten]\n",
        '[steps.zingen]\ntitle = "x"\n[steps.praten]\n',
        4,
        "unknown key: zingen",
    ),
    ("nl.toml", 'summary = "', "summary = ", 2, "not TOML: Invalid value"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "reason"), FAULTS)
def test_a_fault_names_file_line_and_reason(
    tmp_path: Path, file: str, old: str, new: str, line: int, reason: str
) -> None:
    folder = small_method(tmp_path)
    change(folder / file, old, new)
    assert refused(folder) == (f"klein/{file}", line, reason)


def test_a_language_without_its_file_is_a_fault(tmp_path: Path) -> None:
    folder = small_method(tmp_path)
    (folder / "en.toml").unlink()
    assert refused(folder) == ("klein/en.toml", 1, "file is missing")


def test_a_language_file_that_is_not_listed_is_a_fault(tmp_path: Path) -> None:
    folder = small_method(tmp_path)
    (folder / "de.toml").write_text("", "utf-8")
    assert refused(folder) == ("klein/de.toml", 1, "language not listed in method.toml: de")


def test_two_steps_with_one_id_are_a_fault(tmp_path: Path) -> None:
    folder = small_method(tmp_path)
    text = (folder / "method.toml").read_text("utf-8")
    (folder / "method.toml").write_text(text + text[text.index("[[steps]]") :], "utf-8")
    assert refused(folder) == ("klein/method.toml", 21, "doubled id: praten")
