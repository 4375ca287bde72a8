"""Notes: defaults that do not slow typing, text kept literally, and every gesture whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.domain.text import NOTE_LIMIT
from facilitator.services import dialogue, grouping, notes
from facilitator.services.notes import NoteDraft
from facilitator.services.publication import check, decide
from facilitator.store.session import SessionStore
from tests.services import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog") as made:
        yield made


def decided(store: SessionStore) -> list[str]:
    return [id for id, row in store.state.tables.get("decision", {}).items() if row.alive]


def test_a_note_gets_the_step_and_meeting_of_the_moment(store: SessionStore) -> None:
    last = dialogue.new_meeting(store, name="Tweede avond")
    dialogue.go_to_step(store, "bundelen")

    note = store.state.note(notes.add_note(store, NoteDraft("  Te ver\treizen ", persona="bram")))

    assert note is not None
    assert (note.text, note.step, note.meeting, note.table) == ("Te ver reizen", "bundelen", last, 0)
    assert (note.language, note.kind, note.basis, note.parked) == ("", "experience", "own", None)


def test_what_the_draft_says_goes_before_the_moment(store: SessionStore) -> None:
    first = store.state.meetings[0].id
    dialogue.new_meeting(store, name="Tweede avond")
    draft = NoteDraft(
        "x",
        step="adviseren",
        meeting=first,
        kind="worry",
        basis="imagined",
        speaker_group="carers",
        table=4,
        consent="first_name",
        source="paper",
        source_ref="foto 3",
        language="ar",
        starred=True,
    )
    note = store.state.note(notes.add_note(store, draft))
    assert note is not None
    for name in (
        "step",
        "meeting",
        "kind",
        "basis",
        "speaker_group",
        "table",
        "consent",
        "source",
        "language",
    ):
        assert getattr(note, name) == getattr(draft, name)
    assert note.starred
    assert note.source_ref == "foto 3"


def test_notes_keep_the_order_they_were_given_in(store: SessionStore) -> None:
    given = [f"regel {n}" for n in range(30)]
    ids = notes.add_notes(store, [NoteDraft(text) for text in given])
    last = notes.add_note(store, NoteDraft("nog een"))
    assert [note.text for note in store.state.notes] == [*given, "nog een"]
    assert builders.note_ids(store) == [*ids, last]


@pytest.mark.parametrize(
    "text", ["<b>vet</b>", "a & b", "=1+1", "👩‍👩‍👧 samen", "مرحبا بكم", "a\nb", "x" * NOTE_LIMIT]
)
def test_text_is_kept_literally(store: SessionStore, text: str) -> None:
    id = notes.add_note(store, NoteDraft(text))
    note = store.state.note(id)
    assert note is not None
    assert note.text == text


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (NoteDraft(" \x00\n"), "note.empty"),
        (NoteDraft("x" * (NOTE_LIMIT + 1)), "note.too_long"),
        (NoteDraft("x", persona="niemand"), "persona.unknown"),
        (NoteDraft("x", meeting="nergens"), "meeting.unknown"),
        (NoteDraft("x", step="nooit"), "step.unknown"),
        (NoteDraft("x", kind="boos"), "note.bad_kind"),
        (NoteDraft("x", basis="droom"), "note.bad_basis"),
        (NoteDraft("x", speaker_group="iedereen"), "note.bad_speaker_group"),
        (NoteDraft("x", table=-1), "note.bad_table"),
        (NoteDraft("x", table=True), "note.bad_table"),
        (NoteDraft("x", consent="ja"), "note.bad_consent"),
        (NoteDraft("x", source="lucht"), "note.bad_source"),
        (NoteDraft("x", source_ref="r" * 301), "text.too_long"),
    ],
)
def test_one_bad_draft_refuses_all_of_them(store: SessionStore, draft: NoteDraft, code: str) -> None:
    with pytest.raises(UserError) as caught:
        notes.add_notes(store, [NoteDraft("goed"), draft])
    assert caught.value.code == code
    assert store.state.notes == []


def test_no_drafts_make_no_edit(store: SessionStore) -> None:
    before = store.undo_label
    assert notes.add_notes(store, []) == []
    assert store.undo_label == before


def test_editing_changes_only_what_is_named(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft("oud", persona="bram", kind="worry"))
    notes.edit_note(store, id, text=" nieuw ", translation="new")
    note = store.state.note(id)
    assert note is not None
    assert (note.text, note.translation, note.persona, note.kind) == ("nieuw", "new", "bram", "worry")


def test_places_of_a_note_cannot_be_edited_like_a_text(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft("x"))
    for field, value in {"insights": ("a",), "parked": "b", "seq": 9, "alive": False}.items():
        with pytest.raises(TypeError, match=field):
            notes.edit_note(store, id, **{field: value})


def test_an_edit_that_changes_nothing_leaves_no_undo(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft("zelfde"))
    notes.edit_note(store, id, text="zelfde ")
    assert store.undo_label == "note.added"


def test_unknown_notes_are_refused_before_anything_changes(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft("x"))
    gone = notes.add_note(store, NoteDraft("weg"))
    notes.delete_notes(store, [gone])
    before = builders.remembered(store.state)
    for call in (
        lambda: notes.delete_notes(store, [id, gone]),
        lambda: notes.park(store, [id, "nooit"], "reden"),
        lambda: notes.star(store, [id, "nooit"], True),
        lambda: notes.move_to_persona(store, [id, "nooit"], "bram"),
        lambda: notes.edit_note(store, gone, text="y"),
    ):
        with pytest.raises(UserError) as caught:
            call()
        assert caught.value.code == "note.unknown"
    assert builders.remembered(store.state) == before


def test_parking_takes_a_note_out_of_its_insights_and_needs_a_reason(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft("x"))
    grouping.new_insight(store, "I", [id])

    with pytest.raises(UserError) as caught:
        notes.park(store, [id], " \n ")
    assert caught.value.code == "note.no_reason"

    notes.park(store, [id], " past  nergens ")
    note = store.state.note(id)
    assert note is not None
    assert (note.parked, note.insights) == ("past  nergens", ())

    notes.unpark(store, [id])
    note = store.state.note(id)
    assert note is not None
    assert note.parked is None


def test_the_same_id_twice_counts_once(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft("x"))
    notes.delete_notes(store, [id, id])
    assert store.undo_label == "note.deleted"


def test_undo_of_a_delete_brings_the_note_back_to_its_place(store: SessionStore) -> None:
    ids = notes.add_notes(store, [NoteDraft("a"), NoteDraft("b"), NoteDraft("c")])
    insight = grouping.new_insight(store, "I", ids)
    notes.delete_notes(store, ids[1:2])
    assert builders.note_ids(store) == [ids[0], ids[2]]
    store.undo()
    assert builders.note_ids(store) == ids
    assert all(note.insights == (insight,) for note in store.state.notes)


def test_notes_survive_closing_and_so_does_undo(tmp_path: Path) -> None:
    path = tmp_path / "b.dialoog"
    with builders.dialogue(path) as first:
        notes.add_note(first, NoteDraft("blijft"))
        notes.add_note(first, NoteDraft("gaat weg"))
    with SessionStore.open(path, source="laptop-1") as again:
        assert again.undo_label == "note.added"
        again.undo()
        assert [note.text for note in again.state.notes] == ["blijft"]


def test_a_file_without_a_method_takes_any_step(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "leeg.dialoog", source="s") as bare:
        id = notes.add_note(bare, NoteDraft("x", step="ooit"))
        note = bare.state.note(id)
        assert note is not None
        assert (note.step, note.meeting) == ("ooit", "")


def test_several_notes_get_the_same_value_in_one_edit(store: SessionStore) -> None:
    ids = notes.add_notes(store, [NoteDraft("een"), NoteDraft("twee")])
    notes.edit_notes(store, ids, table=5, kind="worry")
    assert [(note.table, note.kind) for note in store.state.notes] == [(5, "worry")] * 2
    store.undo()
    assert [note.table for note in store.state.notes] == [0, 0]
    with pytest.raises(UserError):
        notes.edit_notes(store, ids, table=-1)


def test_what_was_decided_about_a_note_goes_with_it_and_comes_back_with_it(store: SessionStore) -> None:
    gone = notes.add_note(store, NoteDraft("Bel 06-12345678 of 06-87654321", starred=True))
    stays = notes.add_note(store, NoteDraft("Bel 06-11111111"))
    method = dialogue.method_of(store)
    for finding in check(store.state, method):
        if finding.entity == "note":
            decide(store, finding, "keep", "mevrouw Jansen zei dat het mag")
    assert len(decided(store)) == 4
    notes.edit_note(store, gone, text="Bel 06-12345678")

    notes.delete_notes(store, [gone])

    (left,) = decided(store)
    assert left in {finding.id for finding in check(store.state, method) if finding.target == stays}
    store.undo()
    assert len(decided(store)) == 4
    store.redo()
    assert decided(store) == [left]


def test_a_long_note_takes_all_its_decisions_along(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft(" ".join(["jan@voorbeeld.nl"] * 40)))
    for finding in check(store.state, dialogue.method_of(store)):
        if finding.target == id:
            decide(store, finding, "keep")
    assert len(decided(store)) == 40
    notes.delete_notes(store, [id])
    assert decided(store) == []


def test_a_text_too_long_becomes_notes_like_it_in_one_edit(store: SessionStore) -> None:
    draft = NoteDraft("kort", persona="bram", kind="worry", starred=True)
    id = notes.add_note(store, draft)
    text = "\n\n".join(f"{n} " + "woord " * 1_600 for n in range(3))
    more = notes.edit_note_apart(store, id, text, table=2)
    found = [store.state.note(one) for one in (id, *more)]
    assert len(more) == 2
    assert [(one.persona, one.kind, one.table) for one in found if one] == [("bram", "worry", 2)] * 3
    assert [one.starred for one in found if one] == [True, False, False]
    assert "".join("".join(one.text.split()) for one in found if one) == "".join(text.split())
    store.undo()
    assert [(one.text, one.table) for one in store.state.notes] == [("kort", 0)]
    assert notes.edit_note_apart(store, id, "anders") == []
