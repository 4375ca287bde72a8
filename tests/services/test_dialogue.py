"""The dialogue: a file that stands alone, steps that lose nothing, gates that remember why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.content.library import Library
from facilitator.domain.errors import UserError
from facilitator.domain.gates import open_conditions
from facilitator.services import dialogue, notes, personas
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.notes import NoteDraft
from facilitator.store.log import Job
from facilitator.store.session import SessionStore
from tests.services import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog") as made:
        yield made


def test_a_new_file_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "nieuw.dialoog"
    setup = builders.setup(title=" Zorg \n van morgen ", threshold=66, privacy_promise="Wij delen niets")
    create_dialogue(path, setup, builders.library(), "laptop-1").close()

    with SessionStore.open(path, source="laptop-1") as store:
        found = store.state.dialogue
        assert (found.title, found.threshold, found.commissioners) == ("Zorg van morgen", 66, ("Ziekenhuis",))
        assert (found.step, found.furthest, found.method) == ("praten", "praten", "drie-stappen")
        assert dialogue.method_of(store) == builders.method_texts().pick("nl")
        assert dialogue.method_of(store, "en").steps[0].title == "praten (en)"
        assert [persona.name for persona in store.state.personas] == ["Fatima", "Bram", "Truus"]
        assert store.undo_label is None
        assert [edit.label for edit in store.history()] == ["dialogue.created"]


def test_personas_speak_the_language_of_the_dialogue_and_keep_the_other(tmp_path: Path) -> None:
    with builders.dialogue(tmp_path / "en.dialoog", language="en") as store:
        bram = store.state.persona("bram")
        assert bram is not None
        assert (bram.line, bram.translations["nl"]["line"]) == ("Bram line en", "Bram line nl")
        assert set(bram.translations) == {"nl"}
        assert bram.portrait == builders.SVG


def test_all_packs_are_the_union(tmp_path: Path) -> None:
    with builders.dialogue(tmp_path / "a.dialoog", packs=("all",)) as store:
        found = [(persona.id, persona.pack) for persona in store.state.personas]
    assert found == [("fatima", "oost"), ("bram", "oost"), ("truus", "oost"), ("sophie", "west")]


def test_no_packs_start_without_personas(tmp_path: Path) -> None:
    with builders.dialogue(tmp_path / "a.dialoog", packs=()) as store:
        assert store.state.personas == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "dialogue.no_title"),
        ({"title": "x" * 301}, "text.too_long"),
        ({"language": "fr"}, "dialogue.bad_language"),
        ({"method": "geen"}, "method.unknown"),
        ({"packs": ("oost", "noord")}, "pack.unknown"),
        ({"threshold": 0}, "threshold.bad"),
    ],
)
def test_a_refused_set_up_leaves_no_file(tmp_path: Path, changes: dict[str, object], code: str) -> None:
    path = tmp_path / "niet.dialoog"
    with pytest.raises(UserError) as caught:
        create_dialogue(path, builders.setup(**changes), builders.library(), "s")
    assert caught.value.code == code
    assert not path.exists()


def test_a_disk_that_takes_the_file_but_not_the_dialogue_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("store.disk_full", path="x")

    monkeypatch.setattr(Job, "write", full)
    path = tmp_path / "niet.dialoog"
    with pytest.raises(UserError, match=r"store\.disk_full"):
        create_dialogue(path, builders.setup(), builders.library(), "s")
    assert not path.exists()


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    path.write_text("van iemand anders")
    with pytest.raises(UserError, match=r"store\.exists"):
        create_dialogue(path, builders.setup(), builders.library(), "s")
    assert path.read_text() == "van iemand anders"


def test_the_methods_and_packs_of_the_program_make_a_dialogue(tmp_path: Path, root: Path) -> None:
    library = Library(root / "resources")
    for method in library.methods:
        for language in ("nl", "en"):
            path = tmp_path / f"{method}-{language}.dialoog"
            setup = DialogueSetup("Titel", "Vraag?", language=language, method=method, packs=("all",))
            with create_dialogue(path, setup, library, "s") as store:
                assert dialogue.method_of(store).language == language
                assert dialogue.method_of(store).id == method
                assert {"fatima", "sophie", "de-bruin"} <= {persona.id for persona in store.state.personas}
                assert store.check() == []


def test_the_set_up_can_change_but_not_what_has_a_call_of_its_own(store: SessionStore) -> None:
    dialogue.update_dialogue(store, question=" Wat\nblijft? ", commissioners=["A", " "], language="en")
    found = store.state.dialogue
    assert (found.question, found.commissioners, found.language) == ("Wat\nblijft?", ("A",), "en")
    for field in ("threshold", "step", "method_data", "alive"):
        with pytest.raises(TypeError, match=field):
            dialogue.update_dialogue(store, **{field: "x"})
    with pytest.raises(UserError, match=r"dialogue\.no_title"):
        dialogue.update_dialogue(store, title="")


def test_personas_follow_the_language_of_the_dialogue_and_back(store: SessionStore) -> None:
    own = personas.add_persona(store, "Els", line="alleen Nederlands")
    personas.update_persona(store, "bram", story="Nieuw verhaal")
    before = builders.remembered(store.state)

    dialogue.update_dialogue(store, language="en")
    bram, els = store.state.persona("bram"), store.state.persona(own)
    assert bram is not None
    assert els is not None
    assert (bram.line, bram.translations["nl"]["line"]) == ("Bram line en", "Bram line nl")
    assert (bram.story, "story" in bram.translations["nl"]) == ("Nieuw verhaal", False)
    assert els.line == "alleen Nederlands"

    dialogue.update_dialogue(store, language="nl")
    assert builders.remembered(store.state) == before


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"channel": "radio"}, "meeting.bad_channel"),
        ({"group": ""}, "meeting.bad_group"),
        ({"date": "morgen"}, "meeting.bad_date"),
        ({"tables": -1}, "meeting.bad_tables"),
        ({"people": "veel"}, "meeting.bad_people"),
    ],
)
def test_bad_meetings_are_refused(store: SessionStore, fields: dict[str, object], code: str) -> None:
    first = store.state.meetings[0].id
    for call in (
        lambda: dialogue.new_meeting(store, **fields),
        lambda: dialogue.update_meeting(store, first, **fields),
    ):
        with pytest.raises(UserError) as caught:
            call()
        assert caught.value.code == code
    assert len(store.state.meetings) == 1


def test_a_meeting_with_notes_stays(store: SessionStore) -> None:
    meeting = store.state.meetings[0].id
    note = notes.add_note(store, NoteDraft("x"))
    with pytest.raises(UserError) as caught:
        dialogue.delete_meeting(store, meeting)
    assert caught.value.details == {"name": "Eerste avond", "count": 1}
    notes.delete_notes(store, [note])
    dialogue.delete_meeting(store, meeting)
    assert store.state.meetings == []


def test_steps_go_forward_and_back_and_remember_the_furthest(store: SessionStore) -> None:
    dialogue.go_to_step(store, "adviseren")
    dialogue.go_to_step(store, "bundelen")
    found = store.state.dialogue
    assert (found.step, found.furthest) == ("bundelen", "adviseren")
    with pytest.raises(UserError, match=r"step\.unknown"):
        dialogue.go_to_step(store, "dansen")


def test_undo_takes_back_work_and_does_not_walk(store: SessionStore) -> None:
    notes.add_note(store, NoteDraft("x"))
    dialogue.go_to_step(store, "bundelen")
    assert store.undo_label == "note.added"
    store.undo()
    assert store.state.notes == []
    assert store.state.dialogue.step == "bundelen"


def test_a_file_to_look_at_can_still_be_walked_through(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    builders.dialogue(path).close()
    with SessionStore.open(path, source="s", readonly=True) as store:
        dialogue.go_to_step(store, "bundelen")
        assert store.state.dialogue.step == "praten"
        with pytest.raises(UserError, match=r"store\.readonly"):
            notes.add_note(store, NoteDraft("x"))


def test_conditions_are_ticked_by_hand_only_where_people_judge(store: SessionStore) -> None:
    dialogue.tick_condition(store, "praten", builders.HAND_TICKED, True)
    dialogue.tick_condition(store, "praten", builders.HAND_TICKED, True)
    assert store.state.gate("praten").checked == (builders.HAND_TICKED,)
    dialogue.tick_condition(store, "praten", builders.HAND_TICKED, False)
    assert store.state.gate("praten").checked == ()
    for condition in ("noten", "x"):
        with pytest.raises(UserError, match=r"condition\.unknown"):
            dialogue.tick_condition(store, "praten", condition, True)


def test_a_tick_after_an_undone_tick_counts(store: SessionStore) -> None:
    dialogue.tick_condition(store, "praten", builders.HAND_TICKED, True)
    store.undo()
    assert store.state.gate("praten").checked == ()
    dialogue.tick_condition(store, "praten", builders.HAND_TICKED, True)
    assert store.state.gate("praten").checked == (builders.HAND_TICKED,)


def test_going_on_anyway_needs_a_reason_and_keeps_the_ticks(store: SessionStore) -> None:
    dialogue.tick_condition(store, "praten", builders.HAND_TICKED, True)
    with pytest.raises(UserError, match=r"gate\.no_reason"):
        dialogue.overrule_gate(store, "praten", "  ")
    dialogue.overrule_gate(store, "praten", " de tijd is om ")
    gate = store.state.gate("praten")
    assert (gate.overruled, gate.checked) == ("de tijd is om", (builders.HAND_TICKED,))
    dialogue.overrule_gate(store, "praten", None)
    assert store.state.gate("praten").overruled is None
    with pytest.raises(UserError, match=r"step\.unknown"):
        dialogue.overrule_gate(store, "x", "reden")


def test_progress_counts_the_steps_passed(store: SessionStore) -> None:
    method = dialogue.method_of(store)
    assert dialogue.progress(store.state, method) == 0
    dialogue.go_to_step(store, "adviseren")
    dialogue.go_to_step(store, "praten")
    assert open_conditions(store.state, method.steps[-1])
    assert dialogue.progress(store.state, method) == 2
    dialogue.overrule_gate(store, "adviseren", "klaar")
    assert dialogue.progress(store.state, method) == 3


def test_a_file_without_a_method_says_so(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "leeg.dialoog", source="s") as store:
        assert dialogue.step_ids(store) == frozenset()
        with pytest.raises(UserError, match=r"method\.missing"):
            dialogue.method_of(store)


def test_promising_less_than_people_heard_is_an_edit_of_its_own_name(store: SessionStore) -> None:
    dialogue.update_dialogue(store, publication="numbers", anonymity="full")
    dialogue.update_dialogue(store, publication="quotes")
    assert "promise.loosened" not in {edit.label for edit in store.history()}
    notes.add_note(store, NoteDraft(text="Ik was bang"))
    dialogue.update_dialogue(store, publication="numbers")
    assert store.undo_label == "dialogue.edited"
    dialogue.update_dialogue(store, publication="notes")
    assert store.undo_label == "promise.loosened"
    assert store.state.dialogue.publication == "notes"
