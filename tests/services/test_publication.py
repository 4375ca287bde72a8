"""What is found before publication, and what becomes of decisions about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import paths
from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.method import Method
from facilitator.domain.state import State
from facilitator.services import advising, grouping, notes
from facilitator.services.dialogue import (
    go_to_step,
    method_of,
    overrule_gate,
    update_dialogue,
    update_meeting,
)
from facilitator.services.exchange import export_json, import_json
from facilitator.services.notes import NoteDraft
from facilitator.services.publication import (
    Finding,
    PublicationCheck,
    check,
    decide,
    decision_of,
    is_open,
    open_findings,
    replace,
)
from facilitator.store.session import SessionStore
from tests.helpers.shelf import shelf
from tests.services.builders import dialogue, library

CALL = "Bel mevrouw Jansen op 06-12345678 of 06-87654321."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with dialogue(tmp_path / "a.dialoog") as opened:
        yield opened


def look(store: SessionStore) -> list[Finding]:
    return check(store.state, method_of(store))


def kinds(store: SessionStore) -> list[str]:
    return [finding.kind for finding in look(store)]


def one(store: SessionStore, kind: str, nth: int = 0) -> Finding:
    return [finding for finding in look(store) if finding.kind == kind][nth]


def waiting(store: SessionStore) -> list[Finding]:
    return open_findings(store.state, look(store))


def say(store: SessionStore, text: str, **fields: object) -> str:
    return notes.add_note(store, NoteDraft(text, **fields))  # pyright: ignore[reportArgumentType]


# ── finding ─────────────────────────────────────────────────────────────────


def test_a_fresh_dialogue_has_nothing_to_decide(store: SessionStore) -> None:
    assert look(store) == []


def test_personal_data_is_found_with_its_sentence(store: SessionStore) -> None:
    id = say(store, CALL)
    name, first, second = look(store)
    assert [name.kind, first.kind, second.kind] == ["personal.name", "personal.phone", "personal.phone"]
    assert (first.entity, first.target, first.field) == ("note", id, "text")
    assert first.excerpt[slice(*first.mark)] == "06-12345678"
    assert CALL[first.start : first.end] == "06-12345678"
    assert first.suggestion == "[telefoonnummer]"
    assert len({name.id, first.id, second.id}) == 3


def test_every_printed_text_is_looked_at(store: SessionStore) -> None:
    phone = "bel 06-12345678"
    note = say(store, "rustig")
    notes.edit_note(store, note, translation=phone)
    notes.park(store, [say(store, "apart")], phone)
    goal = grouping.new_goal(store, phone)
    grouping.update_goal(store, goal, definition=phone, residents_say=phone, tensions=phone)
    grouping.new_insight(store, phone, description=phone)
    advising.new_advice(store, goal, phone, minority=phone, condition=phone, deadline=phone, addressee=phone)
    update_dialogue(store, opening=phone, summary=phone)
    update_meeting(store, store.state.meetings[0].id, name=phone)
    with store.edit("persona.edited") as edit:
        edit.set("persona", "fatima", story=phone, needs=phone, line=phone)
    found = {(f.entity, f.field) for f in look(store) if f.kind == "personal.phone"}
    assert found == {
        *(("note", field) for field in ("translation", "parked")),
        *(("goal", field) for field in ("title", "definition", "residents_say", "tensions")),
        *(("insight", field) for field in ("title", "description")),
        *(("advice", field) for field in ("text", "addressee", "condition", "deadline", "minority")),
        *(("dialogue", field) for field in ("opening", "summary")),
        *(("persona", field) for field in ("line", "story", "needs")),
        ("meeting", "name"),
    }


def test_names_of_personas_and_commissioners_may_stand(store: SessionStore) -> None:
    update_dialogue(store, commissioners=("Marit Koopmans",))
    say(store, "Fatima wacht al een jaar, zegt Marit Koopmans.")
    assert look(store) == []


def test_promises_small_groups_and_open_work_are_found(store: SessionStore) -> None:
    kept = say(store, "niet gebruiken", consent="none")
    notes.star(store, [kept], True)
    say(store, "letterlijk", kind="quote")
    say(store, "met voornaam", kind="quote", consent="first_name")
    update_meeting(store, store.state.meetings[0].id, people=4)
    goal = grouping.new_goal(store, "Dichtbij")
    advising.new_advice(store, goal, "Doe het")
    go_to_step(store, "adviseren")
    assert kinds(store) == [
        "consent.none_starred",
        "consent.unknown_quoted",
        "consent.first_name_quoted",
        "cell.meeting",
        "goal.no_definition",
        "advice.unvoted",
        "gate.open",
        "gate.open",
    ]


def test_what_is_mended_is_found_no_longer(store: SessionStore) -> None:
    meeting = store.state.meetings[0].id
    say(store, "hallo")
    update_meeting(store, meeting, people=4)
    go_to_step(store, "bundelen")
    assert kinds(store) == ["cell.meeting", "gate.open"]
    update_meeting(store, meeting, people=5)
    overrule_gate(store, "praten", "de tijd was om")
    assert look(store) == []


def test_how_small_a_group_may_be_is_what_the_dialogue_promises(store: SessionStore) -> None:
    say(store, "hallo")
    update_meeting(store, store.state.meetings[0].id, people=5)
    assert kinds(store) == []
    update_dialogue(store, smallest_group=6)
    assert kinds(store) == ["cell.meeting"]
    update_dialogue(store, smallest_group=3)
    assert kinds(store) == []


def test_a_few_participants_are_recognisable(store: SessionStore) -> None:
    with store.edit("x") as edit:
        for n in range(4):
            edit.create(e.Participant(id=f"p{n}"))
    assert kinds(store) == ["cell.participants"]


def test_a_picture_without_words_leads_to_its_note(store: SessionStore) -> None:
    id = say(store, "kijk")
    with store.edit("x") as edit:
        edit.create(e.Picture(id="pic", data="", description=""))
        edit.set("note", id, picture="pic")
    found = one(store, "picture.no_description")
    assert (found.entity, found.target) == ("note", id)
    with store.edit("x") as edit:
        edit.set("picture", "pic", description="De bushalte van mevrouw Jansen")
    assert [(f.kind, f.entity) for f in look(store)] == [("personal.name", "picture")]


@pytest.mark.parametrize("place", ["cover", "logo"])
def test_a_picture_of_the_first_page_wants_words_and_they_are_looked_through(
    store: SessionStore, place: str
) -> None:
    with store.edit("x") as edit:
        edit.create(e.Picture(id="pic"))
        edit.set("dialogue", e.DIALOGUE_ID, **{place: "pic"})
    found = one(store, f"{place}.no_description")
    assert (found.entity, found.target) == ("picture", "pic")
    with store.edit("x") as edit:
        edit.set("picture", "pic", description="Het huis van mevrouw Jansen")
    assert [(f.kind, f.entity) for f in look(store)] == [("personal.name", "picture")]


def test_looking_again_gives_the_same_and_sees_what_changed(store: SessionStore) -> None:
    looker = PublicationCheck()
    say(store, CALL)
    method = method_of(store)
    assert looker.find(store.state, method) == looker.find(store.state, method) == look(store)
    update_dialogue(store, language="en")
    assert looker.find(store.state, method)[0].suggestion == "[name]"


def test_the_example_has_nothing_left_to_decide(tmp_path: Path) -> None:
    with import_json(paths.example(), tmp_path / "a.dialoog", "x", shelf()) as store:
        assert look(store) != []
        assert waiting(store) == []


# ── deciding ────────────────────────────────────────────────────────────────


def test_what_may_stay_is_open_no_longer_and_undo_opens_it_again(store: SessionStore) -> None:
    say(store, CALL)
    phone = one(store, "personal.phone")
    decide(store, phone, "keep", " het nummer van de balie ")
    assert phone not in waiting(store)
    decided = decision_of(store.state, phone)
    assert decided is not None
    assert decided.reason == "het nummer van de balie"
    store.undo()
    assert phone in waiting(store)


def test_later_leaves_it_open(store: SessionStore) -> None:
    say(store, CALL)
    phone = one(store, "personal.phone")
    decide(store, phone, "later")
    assert is_open(store.state, phone)


def test_a_decision_falls_away_when_the_text_changes(store: SessionStore) -> None:
    id = say(store, CALL)
    decide(store, one(store, "personal.phone"), "keep")
    notes.edit_note(store, id, text=CALL + " Liefst overdag.")
    assert is_open(store.state, one(store, "personal.phone"))


def test_replacing_is_one_edit_and_keeps_the_other_decisions(store: SessionStore) -> None:
    id = say(store, CALL)
    decide(store, one(store, "personal.phone", 1), "keep", "van de praktijk")
    decide(store, one(store, "personal.name"), "keep")
    edits = len(store.history())
    first = one(store, "personal.phone")
    replace(store, first, first.suggestion)
    assert len(store.history()) == edits + 1
    note = store.state.note(id)
    assert note is not None
    assert note.text == "Bel mevrouw Jansen op [telefoonnummer] of 06-87654321."
    assert waiting(store) == []
    decided = decision_of(store.state, one(store, "personal.phone"))
    assert decided is not None
    assert decided.reason == "van de praktijk"
    store.undo()
    assert [(f.kind, f.start) for f in waiting(store)] == [("personal.phone", first.start)]


def test_a_finding_of_another_text_is_refused(store: SessionStore) -> None:
    id = say(store, CALL)
    phone = one(store, "personal.phone")
    notes.edit_note(store, id, text="heel iets anders")
    for act in (lambda: replace(store, phone, "x"), lambda: decide(store, phone, "keep")):
        with pytest.raises(UserError) as refused:
            act()
        assert refused.value.code == "publication.stale"
    notes.delete_notes(store, [id])
    with pytest.raises(UserError, match="stale"):
        decide(store, phone, "keep")


def test_what_cannot_be_is_refused(store: SessionStore) -> None:
    id = say(store, "06-12345678")
    phone = one(store, "personal.phone")
    with pytest.raises(UserError) as refused:
        replace(store, phone, " ")
    assert refused.value.code == "note.empty"
    with pytest.raises(UserError) as refused:
        decide(store, phone, "weg")
    assert refused.value.code == "publication.bad_verdict"
    notes.edit_note(store, id, text="stil", kind="quote")
    with pytest.raises(UserError) as refused:
        replace(store, one(store, "consent.unknown_quoted"), "x")
    assert refused.value.code == "publication.no_text"


def test_open_work_can_be_decided_about_too(store: SessionStore) -> None:
    say(store, "hallo")
    go_to_step(store, "bundelen")
    decide(store, one(store, "gate.open"), "keep", "bewust")
    assert waiting(store) == []


def test_decisions_travel_and_tell_nothing_of_the_words(store: SessionStore, tmp_path: Path) -> None:
    say(store, "BSN 111222333")
    say(store, "BSN 123456782")
    first, second = look(store)
    decide(store, first, "keep")
    out = tmp_path / "uit.json"
    export_json(store, out)
    with import_json(out, tmp_path / "b.dialoog", "laptop-2", library()) as other:
        assert [is_open(other.state, finding) for finding in look(other)] == [False, True]
        assert other.check() == []
    replace(store, second, "[nummer]")
    changed = one(store, "personal.bsn")
    assert changed.target == first.target
    # The same place in the same note has the same id, whatever number stands there.
    notes.edit_note(store, first.target, text="BSN 123456782")
    assert one(store, "personal.bsn").id == first.id


# ── any text ────────────────────────────────────────────────────────────────


@given(st.lists(st.text(max_size=80), max_size=4))
def test_marks_lie_inside_the_excerpt_and_on_the_words(texts: list[str]) -> None:
    rows = {
        f"n{n}": e.Note(id=f"n{n}", alive=True, text=text + " 06-12345678") for n, text in enumerate(texts)
    }
    state = State({"note": dict(rows)})
    empty = Method(id="m", version="1", title="", summary="", language="nl", steps=())
    for finding in check(state, empty):
        start, end = finding.mark
        assert 0 <= start < end <= len(finding.excerpt)
        words = rows[finding.target].text[finding.start : finding.end]
        assert finding.excerpt[start:end] == words.replace("\n", " ")
