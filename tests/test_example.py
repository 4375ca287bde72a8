"""The example dialogue that ships with the program: whole, consistent and fit to be shown."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).resolve().parents[1] / "sessions" / "voorbeeld-twente.json"
PERSONAS = ["fatima", "hannah", "hennie", "youssef", "bram", "femke", "geert", "truus", "bennie", "mieke"]
STEPS = {"ontmoeten", "ervaren", "dromen", "wegen", "adviseren"}
KINDS = {"experience", "worry", "need", "strength", "wish", "idea", "quote"}
BASES = {"own", "near", "helper", "imagined"}

Row = dict[str, Any]


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    return json.loads(EXAMPLE.read_text(encoding="utf-8"))


def ids(rows: list[Row]) -> list[str]:
    return [row["id"] for row in rows]


def words(text: str) -> int:
    return len(text.split())


def share(advice: Row) -> float:
    return 100 * advice["votes_for"] / cast(advice)


def cast(advice: Row) -> int:
    return advice["votes_for"] + advice["votes_against"] + advice["votes_abstain"]


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    return [text for item in value for text in texts(item)] if isinstance(value, list) else []


def test_it_is_an_exchange_file_of_this_version(example: dict[str, Any]) -> None:
    assert (example["format"], example["version"]) == ("facilitator-dialogue", 1)
    assert example["dialogue"]["method"] == "vijf-stappen"
    assert {example["dialogue"]["step"], example["dialogue"]["furthest"]} == {"adviseren"}
    assert not example["replies"]
    assert not example["actions"]
    assert not example["participants"]


def test_ids_are_unique_and_every_reference_resolves(example: dict[str, Any]) -> None:
    for section in ("meetings", "personas", "notes", "insights", "goals", "advices", "gates"):
        assert len(set(ids(example[section]))) == len(example[section]), section
    insights, goals = set(ids(example["insights"])), set(ids(example["goals"]))
    meetings, personas = set(ids(example["meetings"])), set(ids(example["personas"]))
    for note in example["notes"]:
        assert note["meeting"] in meetings, note["id"]
        assert note["step"] in STEPS, note["id"]
        assert note.get("persona", "") in personas | {""}, note["id"]
        assert set(note.get("insights", [])) <= insights, note["id"]
    for insight in example["insights"]:
        assert set(insight["goals"]) <= goals, insight["id"]
    for advice in example["advices"]:
        assert advice["goal"] in goals, advice["id"]
        assert set(advice["insights"]) <= insights, advice["id"]
    assert set(ids(example["gates"])) == STEPS


@pytest.mark.parametrize("section", ["meetings", "personas", "notes", "insights", "goals", "advices"])
def test_reading_order_is_the_order_of_the_file(example: dict[str, Any], section: str) -> None:
    assert [row["seq"] for row in example[section]] == list(range(1, len(example[section]) + 1))


def test_every_note_has_a_text_of_its_own_of_readable_length(example: dict[str, Any]) -> None:
    notes = example["notes"]
    assert 190 <= len(notes) <= 220
    assert len({note["text"].casefold() for note in notes}) == len(notes)
    assert [note["text"] for note in notes if not 4 <= words(note["text"]) <= 45] == []


def test_every_persona_speaks_often_and_in_the_step_of_experience(example: dict[str, Any]) -> None:
    assert ids(example["personas"]) == PERSONAS
    about = Counter(note.get("persona", "") for note in example["notes"])
    assert {persona: about[persona] for persona in PERSONAS if not 12 <= about[persona] <= 30} == {}
    heard = {note.get("persona") for note in example["notes"] if note["step"] == "ervaren"}
    assert heard >= set(PERSONAS)


def test_personas_carry_their_texts_in_both_languages_and_a_portrait(example: dict[str, Any]) -> None:
    for persona in example["personas"]:
        fields = ("age", "line", "story", "needs")
        assert all(persona[field] for field in fields), persona["id"]
        assert all(persona["translations"]["en"][field] for field in fields), persona["id"]
        assert "<svg" in persona["portrait"], persona["id"]


def test_all_kinds_bases_steps_and_channels_occur(example: dict[str, Any]) -> None:
    notes = example["notes"]
    assert {note.get("kind", "experience") for note in notes} == KINDS
    assert {note.get("basis", "own") for note in notes} == BASES
    assert {note["step"] for note in notes} == STEPS
    channel = {meeting["id"]: meeting.get("channel", "large") for meeting in example["meetings"]}
    assert Counter(channel.values()) == {"large": 5, "soft": 3, "survey": 1}
    counts = Counter(channel[note["meeting"]] for note in notes)
    assert counts["large"] > 100
    assert counts["soft"] > 35
    assert counts["survey"] > 45
    assert set(ids(example["meetings"])) == {note["meeting"] for note in notes}


def test_survey_notes_point_to_rows_and_large_notes_to_tables_that_exist(example: dict[str, Any]) -> None:
    meetings = {meeting["id"]: meeting for meeting in example["meetings"]}
    rows: list[int] = []
    for note in example["notes"]:
        meeting = meetings[note["meeting"]]
        if meeting.get("channel") == "survey":
            found = re.fullmatch(r"enquete\.csv:(\d+)", note["source_ref"])
            assert found, note["id"]
            assert note["source"] == "import", note["id"]
            rows.append(int(found[1]))
        assert note.get("table", 0) <= meeting.get("tables", 0), note["id"]
    assert rows == sorted(set(rows))
    assert rows[0] >= 2
    assert rows[-1] <= meetings["m-enquete"]["people"] + 1


def test_key_quotes_are_quotes_with_consent(example: dict[str, Any]) -> None:
    starred = [note for note in example["notes"] if note.get("starred")]
    assert 18 <= len(starred) <= 24
    assert {(note["kind"], note["consent"]) for note in starred} == {("quote", "anonymous_quote")}
    assert {note.get("persona") for note in starred} >= set(PERSONAS)


def test_imagined_notes_are_about_a_persona_and_never_a_quote(example: dict[str, Any]) -> None:
    imagined = [note for note in example["notes"] if note.get("basis") == "imagined"]
    assert all(note.get("persona") and note.get("kind") != "quote" for note in imagined)


def test_other_languages_come_with_a_dutch_translation(example: dict[str, Any]) -> None:
    foreign = [note for note in example["notes"] if note.get("language")]
    assert {note["language"] for note in foreign} >= {"ar", "en", "pl", "tr"}
    assert all(note["translation"] for note in foreign)


def test_every_note_is_grouped_or_parked_with_a_reason_and_never_both(example: dict[str, Any]) -> None:
    for note in example["notes"]:
        assert bool(note.get("insights")) != bool(note.get("parked")), note["id"]
    parked = [note["parked"] for note in example["notes"] if "parked" in note]
    assert 5 <= len(parked) <= 8
    assert all(words(reason) > 5 for reason in parked)


def test_every_insight_rests_on_notes_and_several_bear_on_more_goals(example: dict[str, Any]) -> None:
    under = Counter(insight for note in example["notes"] for insight in note.get("insights", []))
    assert 26 <= len(example["insights"]) <= 32
    for insight in example["insights"]:
        assert 4 <= under[insight["id"]] <= 12, insight["id"]
        assert insight["title"], insight["id"]
        assert insight["description"], insight["id"]
        assert 1 <= len(insight["goals"]) <= 3, insight["id"]
    assert sum(len(insight["goals"]) > 1 for insight in example["insights"]) >= 6


def test_the_eight_goals_say_what_residents_say(example: dict[str, Any]) -> None:
    assert ids(example["goals"]) == [f"g{number}" for number in range(1, 9)]
    for goal in example["goals"]:
        assert 90 <= words(goal["residents_say"]) <= 140, goal["id"]
        assert goal["title"], goal["id"]
        assert goal["definition"], goal["id"]
        assert goal["tensions"], goal["id"]


def test_every_advice_cites_insights_of_its_goal_and_names_who_and_when(example: dict[str, Any]) -> None:
    goals_of = {insight["id"]: insight["goals"] for insight in example["insights"]}
    per_goal = Counter(advice["goal"] for advice in example["advices"])
    assert all(3 <= per_goal[goal] <= 5 for goal in ids(example["goals"]))
    assert set(goals_of) == {insight for advice in example["advices"] for insight in advice["insights"]}
    for advice in example["advices"]:
        assert 2 <= len(advice["insights"]) <= 4, advice["id"]
        assert any(advice["goal"] in goals_of[insight] for insight in advice["insights"]), advice["id"]
        assert advice["text"], advice["id"]
        assert advice["addressee"], advice["id"]
        assert advice["deadline"], advice["id"]


def test_votes_fit_the_room_and_a_large_minority_is_heard(example: dict[str, Any]) -> None:
    present = next(m["people"] for m in example["meetings"] if m["id"] == "m-groot-5")
    for advice in example["advices"]:
        assert 68 <= cast(advice) <= present, advice["id"]
        assert bool(advice.get("minority")) == (advice["votes_against"] > 8), advice["id"]
    rejected = [a["id"] for a in example["advices"] if share(a) < example["dialogue"]["threshold"]]
    assert 4 <= len(rejected) <= 6


def test_the_summary_tells_the_counts_and_that_it_is_invented(example: dict[str, Any]) -> None:
    summary = example["dialogue"]["summary"]
    adopted = sum(share(a) >= example["dialogue"]["threshold"] for a in example["advices"])
    assert f"{len(example['advices'])} adviezen" in summary
    assert f"{adopted} kregen" in summary
    assert "verzonnen voorbeeld" in summary.splitlines()[-1]
    assert "wij" in example["dialogue"]["opening"].casefold()


def test_one_gate_was_overruled_with_a_reason(example: dict[str, Any]) -> None:
    reasons = [gate["overruled"] for gate in example["gates"] if gate.get("overruled")]
    assert len(reasons) == 1
    assert words(reasons[0]) > 10


def test_no_phone_number_mail_or_web_address_occurs(example: dict[str, Any]) -> None:
    spoken = {key: example[key] for key in example if key != "personas"}
    traces = re.compile(r"@|https?:|www\.|\b0\d[\d -]{7,}\b|\b\d{4} ?[A-Z]{2}\b")
    found = [text for text in texts(spoken) if traces.search(text)]
    assert found == []
