from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.services.merging import MergeReport, held_texts, merge_files
from facilitator.services.notes import NoteDraft, add_note, edit_note
from facilitator.store.session import SessionStore
from facilitator.store.unaware import Held
from tests.services.builders import dialogue


def copy_with(file: Path, name: str, text: str) -> Path:
    copy = file.with_name(f"{name}.dialoog")
    copy.write_bytes(file.read_bytes())
    with SessionStore.open(copy, source=name) as store:
        add_note(store, NoteDraft(text))
    return copy


def test_copies_come_together_and_a_second_time_brings_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.dialoog"
    dialogue(file, notes=2).close()
    copies = [copy_with(file, f"laptop-{n}", f"van {n}") for n in range(3)]
    with SessionStore.open(file, source="laptop-1") as store:
        assert merge_files(store, copies) == [MergeReport(copy, 1, 1) for copy in copies]
        assert {note.text for note in store.state.notes} >= {"van 0", "van 1", "van 2"}
        assert merge_files(store, copies) == [MergeReport(copy, 0, 0) for copy in copies]
        assert store.check() == []


def test_another_dialogue_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    dialogue(tmp_path / "vreemd.dialoog", notes=1).close()
    with dialogue(tmp_path / "a.dialoog", notes=2) as store:
        before = store.state.copy()
        with pytest.raises(UserError) as caught:
            merge_files(store, [tmp_path / "vreemd.dialoog"])
        assert caught.value.code == "merge.stranger"
        with pytest.raises(UserError) as caught:
            merge_files(store, [store.path])
        assert caught.value.code == "merge.same"
        assert store.state == before


def test_what_another_laptop_wrote_where_words_were_erased_is_dropped_and_told(tmp_path: Path) -> None:
    file = tmp_path / "a.dialoog"
    with dialogue(file, notes=0) as store:
        id = add_note(store, NoteDraft("Wilhelmina belde"))
    copy = copy_with(file, "laptop-2", "erbij")
    with SessionStore.open(copy, source="laptop-2") as other:
        edit_note(other, id, text="Wilhelmina belde twee keer")
    with SessionStore.open(file, source="laptop-1") as store:
        store.erase(fields={("note", id, "text"): "[naam] belde"})
        (told,) = merge_files(store, [copy])
        assert told.held == (Held("note", id, "text", "laptop-2"),)
        assert held_texts(store.state, told.held) == ["[naam] belde"]
        assert sorted(note.text for note in store.state.notes) == ["[naam] belde", "erbij"]
        (told,) = merge_files(store, [copy])
        assert told.held == ()
    assert b"Wilhelmina" not in file.read_bytes()
