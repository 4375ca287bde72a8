"""Every service is one gesture: undo gives back exactly what was, redo does it again."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.services import advising, grouping, notes, personas, voting
from facilitator.services import dialogue as dialogues
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from tests.services import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog", notes=8) as made:
        ids = builders.note_ids(made)
        goals = [grouping.new_goal(made, f"doel {n}") for n in range(3)]
        insights = [
            grouping.new_insight(made, "I0", ids[0:2], "eerste", [goals[0], goals[1]]),
            grouping.new_insight(made, "I1", ids[2:4], "tweede", [goals[1]]),
            grouping.new_insight(made, "I2", [], "", [goals[2]]),
        ]
        notes.park(made, ids[4:5], "gaat over iets anders")
        advising.new_advice(made, goals[0], "Doe dit", insights=insights[:2])
        advising.new_advice(made, goals[0], "Doe dat", insights=insights[1:2])
        dialogues.new_meeting(made, name="leeg")
        for method, subject, choice in (("dots", "insight", "dot"), ("hands", "advice", "for")):
            round_ = voting.new_ballot(made, subject=subject, method=method)
            target = insights[0] if subject == "insight" else made.state.advices[0].id
            for number in (5, 3):
                voting.add_pile(made, round_, target, number, choice=choice)
        dialogues.tick_condition(made, "praten", builders.HAND_TICKED, True)
        yield made


def ids(store: SessionStore) -> list[str]:
    return builders.note_ids(store)


def insight(store: SessionStore, nth: int) -> str:
    return store.state.insights[nth].id


def goal(store: SessionStore, nth: int) -> str:
    return store.state.goals[nth].id


def advice(store: SessionStore, nth: int) -> str:
    return store.state.advices[nth].id


def meeting(store: SessionStore, nth: int) -> str:
    return store.state.meetings[nth].id


def ballot(store: SessionStore, nth: int) -> str:
    return store.state.ballots[nth].id


GESTURES: dict[str, tuple[str, Callable[[SessionStore], object]]] = {
    "add_note": ("note.added", lambda s: notes.add_note(s, NoteDraft("nieuw", persona="bram"))),
    "add_notes": ("notes.added", lambda s: notes.add_notes(s, [NoteDraft("een"), NoteDraft("twee")])),
    "edit_note": (
        "note.edited",
        lambda s: notes.edit_note(s, ids(s)[0], text="anders", kind="worry", table=3),
    ),
    "move one": ("note.moved", lambda s: notes.move_to_persona(s, ids(s)[:1], "truus")),
    "move more": ("notes.moved", lambda s: notes.move_to_persona(s, ids(s)[:4], "truus")),
    "move to nobody": ("notes.moved", lambda s: notes.move_to_persona(s, ids(s)[:2], "")),
    "park": ("note.parked", lambda s: notes.park(s, ids(s)[0:6], "later")),
    "unpark": ("note.unparked", lambda s: notes.unpark(s, ids(s)[4:5])),
    "delete one": ("note.deleted", lambda s: notes.delete_notes(s, ids(s)[:1])),
    "delete more": ("notes.deleted", lambda s: notes.delete_notes(s, ids(s))),
    "star": ("note.starred", lambda s: notes.star(s, ids(s)[:2], True)),
    "new_insight": ("insight.added", lambda s: grouping.new_insight(s, "X", ids(s)[3:6], "d", [goal(s, 0)])),
    "place_notes": ("notes.grouped", lambda s: grouping.place_notes(s, ids(s), insight(s, 1))),
    "place_also": ("notes.grouped_also", lambda s: grouping.place_also(s, ids(s)[:4], insight(s, 1))),
    "free_notes": ("notes.ungrouped", lambda s: grouping.free_notes(s, ids(s))),
    "unplace_notes": ("notes.ungrouped", lambda s: grouping.unplace_notes(s, ids(s)[:3])),
    "rename insight": ("insight.renamed", lambda s: grouping.update_insight(s, insight(s, 0), title="Y")),
    "describe insight": (
        "insight.edited",
        lambda s: grouping.update_insight(s, insight(s, 0), description="omdat"),
    ),
    "merge_insights": (
        "insights.merged",
        lambda s: grouping.merge_insights(s, insight(s, 0), [insight(s, 1), insight(s, 2)]),
    ),
    "split_insight": (
        "insight.split",
        lambda s: grouping.split_insight(s, insight(s, 0), ids(s)[:1], "deel"),
    ),
    "delete_insight": ("insight.deleted", lambda s: grouping.delete_insight(s, insight(s, 1))),
    "link_goal": ("insight.linked", lambda s: grouping.link_goal(s, insight(s, 1), goal(s, 2))),
    "unlink_goal": ("insight.unlinked", lambda s: grouping.unlink_goal(s, insight(s, 0), goal(s, 1))),
    "new_goal": ("goal.added", lambda s: grouping.new_goal(s, "Nieuw doel", [insight(s, 0), insight(s, 2)])),
    "update_goal": (
        "goal.edited",
        lambda s: grouping.update_goal(s, goal(s, 0), definition="dat", tensions="wel"),
    ),
    "merge_goals": ("goals.merged", lambda s: grouping.merge_goals(s, goal(s, 1), [goal(s, 0), goal(s, 2)])),
    "split_goal": ("goal.split", lambda s: grouping.split_goal(s, goal(s, 1), [insight(s, 0)], "Helft")),
    "delete_goal": ("goal.deleted", lambda s: grouping.delete_goal(s, goal(s, 2))),
    "reorder": ("order.changed", lambda s: grouping.reorder(s, "note", reversed(ids(s)))),
    "new_advice": (
        "advice.added",
        lambda s: advising.new_advice(s, goal(s, 1), "Regel het", addressee="raad"),
    ),
    "update_advice": ("advice.edited", lambda s: advising.update_advice(s, advice(s, 0), deadline="2027")),
    "set_votes": ("advice.voted", lambda s: advising.set_votes(s, advice(s, 0), 12, 3, 1)),
    "move_advice": ("advice.moved", lambda s: advising.move_advice(s, advice(s, 0), goal(s, 2))),
    "delete_advice": ("advice.deleted", lambda s: advising.delete_advice(s, advice(s, 0))),
    "new_ballot": ("ballot.added", lambda s: voting.new_ballot(s, title="Ronde", people=20)),
    "update_ballot": ("ballot.edited", lambda s: voting.update_ballot(s, ballot(s, 0), people=12)),
    "close_ballot": ("ballot.closed", lambda s: voting.close_ballot(s, ballot(s, 0))),
    "delete_ballot": ("ballot.deleted", lambda s: voting.delete_ballot(s, ballot(s, 0))),
    "add_pile": ("pile.added", lambda s: voting.add_pile(s, ballot(s, 0), insight(s, 1), 4)),
    "correct_pile": ("pile.corrected", lambda s: voting.correct_pile(s, s.state.piles[0].id, 9)),
    "recount": ("pile.corrected", lambda s: voting.recount(s, ballot(s, 0), insight(s, 0), 2)),
    "take_last": ("pile.deleted", lambda s: voting.take_last(s, ballot(s, 0), insight(s, 0))),
    "take_over": ("ballot.taken_over", lambda s: voting.take_over(s, ballot(s, 1))),
    "set_threshold": ("threshold.changed", lambda s: advising.set_threshold(s, 66)),
    "update_dialogue": (
        "dialogue.edited",
        lambda s: dialogues.update_dialogue(s, title="Anders", commissioners=["A", "B"], summary="kort"),
    ),
    "new_meeting": (
        "meeting.added",
        lambda s: dialogues.new_meeting(s, name="Tafel", channel="soft", people=4),
    ),
    "update_meeting": (
        "meeting.edited",
        lambda s: dialogues.update_meeting(s, meeting(s, 0), venue="Buurthuis"),
    ),
    "delete_meeting": ("meeting.deleted", lambda s: dialogues.delete_meeting(s, meeting(s, 1))),
    "tick": ("gate.checked", lambda s: dialogues.tick_condition(s, "praten", builders.HAND_TICKED, False)),
    "overrule": ("gate.overruled", lambda s: dialogues.overrule_gate(s, "bundelen", "geen tijd meer")),
    "add_persona": ("persona.added", lambda s: personas.add_persona(s, "Els", age="70")),
    "update_persona": ("persona.edited", lambda s: personas.update_persona(s, "bram", story="Anders")),
    "duplicate_persona": ("persona.added", lambda s: personas.duplicate_persona(s, "bram")),
    "hide_persona": ("persona.hidden", lambda s: personas.hide_persona(s, "bram", True)),
    "add_from_pack": (
        "personas.added",
        lambda s: personas.add_from_pack(s, builders.pack("west", "Sophie", "Bram")),
    ),
}


@pytest.mark.parametrize("name", GESTURES)
def test_undo_gives_back_exactly_what_was_and_redo_does_it_again(store: SessionStore, name: str) -> None:
    label, gesture = GESTURES[name]
    before = builders.remembered(store.state)

    gesture(store)
    after = builders.remembered(store.state)
    assert after != before
    assert store.undo_label == label

    store.undo()
    assert builders.remembered(store.state) == before
    assert store.redo_label == label

    store.redo()
    assert builders.remembered(store.state) == after


@pytest.mark.parametrize("name", GESTURES)
def test_one_gesture_is_one_change_and_lasts(store: SessionStore, name: str) -> None:
    heard: list[str] = []
    store.subscribe(lambda change: heard.append(change.label))

    GESTURES[name][1](store)

    assert heard == [GESTURES[name][0]]
    wanted = builders.remembered(store.state)
    store.close()
    with SessionStore.open(store.path, source="laptop-1") as again:
        assert builders.remembered(again.state) == wanted
        assert again.check() == []


def test_all_gestures_in_a_row_can_be_taken_back_to_the_start(store: SessionStore) -> None:
    before = builders.remembered(store.state)
    done = 0
    for name in ("star", "new_goal", "split_goal", "set_votes", "park", "merge_insights", "merge_goals"):
        GESTURES[name][1](store)
        done += 1
    for _ in range(done):
        store.undo()
    assert builders.remembered(store.state) == before


def test_every_kind_of_entity_with_an_order_is_known() -> None:
    assert set(grouping.ORDERED) == {
        "meeting",
        "persona",
        "note",
        "insight",
        "goal",
        "advice",
        "action",
        "ballot",
    }
    assert e.DIALOGUE_ID not in grouping.ORDERED


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_gesture_has_a_name_undo_can_show(root: Path, language: str) -> None:
    texts = tomllib.loads((root / "resources" / "i18n" / f"messages_{language}.toml").read_text("utf-8"))
    named = texts["edits"]
    assert {label for label, _ in GESTURES.values()} <= named.keys()
    assert all(name[0].islower() and not name.endswith(".") for name in named.values())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_that_can_be_chosen_has_a_name(root: Path, language: str) -> None:
    texts = tomllib.loads((root / "resources" / "i18n" / f"messages_{language}.toml").read_text("utf-8"))
    chosen = {
        "kinds": e.KINDS,
        "kind_letters": e.KINDS,
        "bases": e.BASES,
        "channels": e.CHANNELS,
        "speaker_groups": e.SPEAKER_GROUPS,
        "consents": e.CONSENTS,
        "sources": e.SOURCES,
        "reply_kinds": e.REPLY_KINDS,
    }
    for table, values in chosen.items():
        assert tuple(texts[table]) == values
        assert len(set(texts[table].values())) == len(values)
