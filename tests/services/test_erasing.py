"""Erasing notes and a person's data, found again in no byte of what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.schema import ENTITY_TYPES
from facilitator.domain.search_index import Query
from facilitator.services import advising, erasing, grouping, handed_out, personas, publication
from facilitator.services.dialogue import method_of, update_dialogue, update_meeting
from facilitator.services.erasing import WORDS, Place, carry_on, erase_notes, erase_words, find_words
from facilitator.services.exchange import export_json
from facilitator.services.merging import merge_files
from facilitator.services.notes import NoteDraft, add_note, add_notes, delete_notes, edit_note, park
from facilitator.services.safekeeping import back_up
from facilitator.services.search import NoteSearch
from facilitator.store import engine
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SessionStore
from tests.services.builders import dialogue

NAME = "Geertruida Zwaantjes"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with dialogue(tmp_path / "zorg.dialoog") as made:
        yield made


def _back_up(store: SessionStore, name: str = "20260101T000000Z") -> Path:
    store.wait_saved()
    path = paths.backups() / store.identity.hex() / f"{name}.dialoog"
    path.parent.mkdir(parents=True, exist_ok=True)
    store._writer.call(lambda db: engine.copy_into(db, path, store.key))  # pyright: ignore[reportPrivateUsage]
    return path


def _everywhere(folder: Path, words: str = NAME) -> list[Path]:
    """Return every file below ``folder`` that holds the words in any spelling of the file."""
    raw = [words.encode(), words.upper().encode(), words.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path for path in files if any(one in path.read_bytes() for one in raw)]


def _places(found: list[Place]) -> set[tuple[str, str]]:
    return {(place.entity, place.field) for place in found}


# ── what counts as words ────────────────────────────────────────────────────


def test_every_field_is_either_looked_at_or_known_to_hold_no_words_of_people() -> None:
    codes = {
        "dialogue": "language method method_data step furthest cover logo publication anonymity retention",
        "meeting": "channel group date",
        "persona": "portrait pack",
        "note": "persona step kind basis speaker_group meeting language consent source insights picture",
        "insight": "goals merged_into split_from",
        "goal": "merged_into split_from",
        "advice": "goal insights decision",
        "reply": "advice kind date",
        "action": "advice due",
        "gate": "checked",
        "participant": "status",
        "quota": "trait value",
        "draw": "method seed drawn date",
        "picture": "data format",
        "board": "arrangement colouring",
        "spot": "board note",
        "ballot": "subject method unit attendance targets",
        "pile": "ballot target unit choice",
        "decision": "verdict text_hash",
    }
    for name, kind in ENTITY_TYPES.items():
        texts = {item.name for item in fields(kind) if "int" not in str(item.type) and item.type != "bool"}
        assert texts - {"id"} == {*WORDS.get(name, ()), *codes.get(name, "").split()}, name


@pytest.mark.parametrize(
    ("text", "find", "whole", "found"),
    [
        ("Jan Jansen kwam", "jan jansen", True, "Jan Jansen"),
        ("JAN  JANSEN kwam", "Jan Jansen", True, "JAN  JANSEN"),
        ("de jansens", "Jansen", True, None),
        ("de jansens", "Jansen", False, "jansen"),
        ("met Zoë erbij", "zoe", True, "Zoë"),
        ("met Zoe erbij", "Zoë", True, "Zoe"),
        ("Jan\nJansen", "jan jansen", True, "Jan\nJansen"),
        ("van Jan\u00adsen", "Jansen", True, "Jan\u00adsen"),
        ("Jan's fiets", "jan", True, "Jan"),
        ("İbrahim zei", "ibrahim", True, "İbrahim"),
        ("straße", "STRASSE", True, "straße"),
        ("فاطمة قالت", "فاطمة", True, "فاطمة"),
    ],
)
def test_capitals_accents_and_spaces_make_no_difference(
    store: SessionStore, text: str, find: str, whole: bool, found: str | None
) -> None:
    add_note(store, NoteDraft(text))
    places = [place for place in find_words(store, find, whole=whole) if place.entity == "note"]
    shown = [place.excerpt[place.mark[0] : place.mark[1]] for place in places]
    assert shown == ([found.replace("\n", " ")] if found else [])


@pytest.mark.parametrize("find", ["", "  ", "a", "!!", "-"])
def test_too_little_to_look_for_is_refused(store: SessionStore, find: str) -> None:
    with pytest.raises(UserError) as refused:
        find_words(store, find)
    assert refused.value.code == "erase.no_words"


# ── a person's data ─────────────────────────────────────────────────────────


def _fill(store: SessionStore) -> None:
    """Let the name stand in every field of words there is."""
    told = f"over {NAME} gezegd"
    update_dialogue(store, title=told, question=told, commissioners=(NAME,), summary=told, opening=told)
    update_dialogue(store, privacy_promise=told)
    update_meeting(store, store.state.meetings[0].id, name=told, venue=told)
    personas.add_persona(store, NAME, line=told, story=told, needs=told, age=told)
    note = add_note(store, NoteDraft(told, source="import", source_ref=f"{NAME}.csv:2"))
    edit_note(store, note, translation=told, language="tr")
    park(store, [note], told)
    insight = grouping.new_insight(store, told, description=told)
    goal = grouping.new_goal(store, told, [insight])
    grouping.update_goal(store, goal, definition=told, residents_say=told, tensions=told)
    advice = advising.new_advice(
        store, goal, told, addressee=NAME, condition=told, deadline=told, minority=told
    )
    with store.edit("test") as edit:
        edit.create(e.Reply(id="r", advice=advice, reason=told))
        edit.create(e.Action(id="a", advice=advice, text=told, owner=NAME))
        edit.create(e.Gate(id="praten", overruled=told))
        edit.create(e.Participant(id="p", name=NAME, contact=told, household=told, traits={"wijk": told}))
        edit.create(e.Picture(id="pic", description=told))
        edit.create(e.Ballot(id="b", title=told))
        edit.create(e.Decision(id="d", reason=told))
        edit.set("persona", store.state.personas[0].id, translations={"tr": {"line": told}}, made_with=told)


@pytest.mark.parametrize("encrypted", [False, True])
def test_a_name_is_found_in_every_field_and_gone_from_every_byte(tmp_path: Path, encrypted: bool) -> None:
    path = tmp_path / "zorg.dialoog"
    key: Key | None = random_key() if encrypted else None
    with dialogue(tmp_path / "plain.dialoog") as plain:
        if key is None:
            plain.save_copy(path)
        else:
            made = SessionStore.create(path, source="laptop-1", key=key, identity=b"")
            made.absorb(plain.log_rows())
            made.close()
    (tmp_path / "plain.dialoog").unlink()
    with SessionStore.open(path, source="laptop-1", key=key) as store:
        _fill(store)
        backup = _back_up(store)
        found = find_words(store, NAME)
        assert _places(found) == {(entity, field) for entity, names in WORDS.items() for field in names}
        erased = erase_words(store, NAME, "[naam]", found)
        assert erased.things == len(found)
        swept = carry_on(store)
        assert swept.cleaned == (backup,)
        assert find_words(store, "Zwaantjes") == []
        assert store.state.note(store.state.notes[-1].id).text == "over [naam] gezegd"  # pyright: ignore[reportOptionalMemberAccess]
        assert not any(row.alive for row in store.state.tables["participant"].values())
        assert not any(row.alive for row in store.state.tables["decision"].values())
        assert store.check() == []
        export_json(store, tmp_path / "zorg.json")
        assert _everywhere(tmp_path) == []
        store.undo()
        store.redo()
        assert find_words(store, "Zwaantjes") == []
    with SessionStore.open(path, source="laptop-1", key=key) as again:
        while again.undo() is not None:
            assert find_words(again, "Zwaantjes") == []
        while again.redo() is not None:
            pass
        assert again.check() == []
    with SessionStore.open(backup, source="x", key=key, readonly=True) as old:
        assert old.check() == []
        assert find_words(old, "Zwaantjes") == []
    assert _everywhere(tmp_path) == []


def test_words_that_stood_there_only_before_are_found_and_go_without_a_change_on_the_page(
    store: SessionStore, tmp_path: Path
) -> None:
    note = add_note(store, NoteDraft(f"{NAME} belde"))
    edit_note(store, note, text="iemand belde")
    gone = add_note(store, NoteDraft(f"{NAME} kwam langs"))
    delete_notes(store, [gone])
    found = {place.id: place for place in find_words(store, NAME)}
    assert (found[note].count, found[note].living) == (0, True)
    assert (found[gone].count, found[gone].living) == (1, False)
    erase_words(store, NAME, "[naam]", found.values())
    carry_on(store)
    assert store.state.notes[-1].text == "iemand belde"
    assert store.undo() is not None
    assert find_words(store, NAME) == []
    assert _everywhere(tmp_path) == []


def test_only_what_is_ticked_changes(store: SessionStore) -> None:
    one, other = (add_note(store, NoteDraft(f"{NAME} {n}")) for n in range(2))
    place = next(place for place in find_words(store, NAME) if place.id == one)
    erased = erase_words(store, NAME, "[naam]", [place])
    assert erased.things == 1
    assert store.state.note(one).text == "[naam] 0"  # pyright: ignore[reportOptionalMemberAccess]
    assert store.state.note(other).text == f"{NAME} 1"  # pyright: ignore[reportOptionalMemberAccess]
    assert {place.id for place in find_words(store, NAME)} == {other}


@pytest.mark.parametrize(
    ("replacement", "code"),
    [(" ", "erase.no_replacement"), ("heer zwaantjes", "erase.same_words"), ("x" * 61, "text.too_long")],
)
def test_a_replacement_that_is_none_is_refused(store: SessionStore, replacement: str, code: str) -> None:
    add_note(store, NoteDraft("bij Zwaantjes"))
    found = find_words(store, "Zwaantjes")
    with pytest.raises(UserError) as refused:
        erase_words(store, "Zwaantjes", replacement, found)
    assert refused.value.code == code
    with pytest.raises(UserError) as nothing:
        erase_words(store, "Zwaantjes", "[naam]", [])
    assert nothing.value.code == "erase.gone"


# ── notes ───────────────────────────────────────────────────────────────────


def test_a_note_goes_with_its_picture_and_what_was_decided_about_it(
    store: SessionStore, tmp_path: Path
) -> None:
    alone, shared = "UNIQUEPICTUREDATA", "SHAREDPICTUREDATA"
    with store.edit("test") as edit:
        edit.create(e.Picture(id="alone", data=alone, description=NAME))
        edit.create(e.Picture(id="shared", data=shared))
    one, both, other = add_notes(
        store, [NoteDraft(f"bel {NAME} op 06-12345678"), NoteDraft("b"), NoteDraft("c")]
    )
    with store.edit("test") as edit:
        edit.set("note", one, picture="alone")
        edit.set("note", both, picture="shared")
        edit.set("note", other, picture="shared")
    finding = next(f for f in publication.check(store.state, method_of(store)) if f.target == one)
    publication.decide(store, finding, "keep", f"{NAME} vindt het goed")
    erased = erase_notes(store, [one, both])
    assert (erased.things, erased.pictures, erased.decisions) == (2, 1, 1)
    carry_on(store)
    assert store.state.note(one) is None
    assert store.state.picture("shared") is not None
    assert [note.text for note in store.state.notes] == ["c"]
    assert _everywhere(tmp_path) == []
    assert _everywhere(tmp_path, alone) == []
    assert [line.label for line in store.history() if line.kind == "erase"] == ["notes.erased"]
    with pytest.raises(UserError) as unknown:
        erase_notes(store, ["no such"])
    assert unknown.value.code == "note.unknown"


def test_a_deleted_note_and_its_picture_can_still_be_erased(store: SessionStore, tmp_path: Path) -> None:
    with store.edit("test") as edit:
        edit.create(e.Picture(id="alone", data="PICTUREDATA"))
    id = add_note(store, NoteDraft(NAME))
    with store.edit("test") as edit:
        edit.set("note", id, picture="alone")
    delete_notes(store, [id])
    assert erase_notes(store, [id]).pictures == 1
    carry_on(store)
    while store.undo() is not None:
        assert store.state.note(id) is None
    assert _everywhere(tmp_path) == []
    assert _everywhere(tmp_path, "PICTUREDATA") == []


def test_search_no_longer_finds_an_erased_note(store: SessionStore) -> None:
    search = NoteSearch(store.state)
    store.subscribe(search.apply)
    id = add_note(store, NoteDraft(NAME))
    assert list(search.query(Query("zwaantjes"))) == [id]
    erase_notes(store, [id])
    assert list(search.query(Query("zwaantjes"))) == []
    assert list(search.query(Query("zw"))) == []


def test_another_laptop_that_still_has_the_words_does_not_bring_them_back(
    store: SessionStore, tmp_path: Path
) -> None:
    note = add_note(store, NoteDraft(f"{NAME} belde"))
    whole = add_note(store, NoteDraft(f"{NAME} kwam"))
    store.wait_saved()
    copy = tmp_path / "laptop-2.dialoog"
    store.save_copy(copy)
    erase_notes(store, [whole])
    erase_words(store, NAME, "[naam]", find_words(store, NAME))
    with SessionStore.open(copy, source="laptop-2") as other:
        add_note(other, NoteDraft("van laptop twee"))
    merge_files(store, [copy])
    assert find_words(store, NAME) == []
    store.wait_saved()
    with SessionStore.open(copy, source="laptop-2") as other:
        assert len(find_words(other, NAME)) == 2
        merge_files(other, [store.path])
        assert find_words(other, NAME) == []
        assert other.check() == []
        assert sorted(n.text for n in other.state.notes) == ["[naam] belde", "van laptop twee"]
    assert store.state.note(note).text == "[naam] belde"  # pyright: ignore[reportOptionalMemberAccess]
    assert _everywhere(tmp_path) == []


def test_a_backup_on_a_stick_that_was_not_there_follows_later(store: SessionStore, tmp_path: Path) -> None:
    id = add_note(store, NoteDraft(NAME))
    here, there = _back_up(store), _back_up(store, "20260102T000000Z")
    stick = tmp_path / "stick"
    away = stick / store.identity.hex() / there.name
    erase_notes(store, [id])
    moved = there.read_bytes()
    there.unlink()
    assert carry_on(store, [stick]).cleaned == (here,)
    away.parent.mkdir(parents=True)
    away.write_bytes(moved)
    assert carry_on(store, [stick]).cleaned == (away,)
    assert carry_on(store, [stick]).cleaned == ()
    assert _everywhere(tmp_path) == []


def test_files_handed_out_are_told(store: SessionStore, tmp_path: Path) -> None:
    out = tmp_path / "uit.json"
    out.touch()
    handed_out.record(store.identity, [out])
    assert [one.path for one in erasing.still_out(store)] == [out]


def test_what_was_erased_goes_from_every_backup_at_the_next_round(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with dialogue(tmp_path / "zorg.dialoog") as store:
        id = add_note(store, NoteDraft("Geertruida woont alleen"))
        store.wait_saved()
        back_up(store, second=stick)
        erase_notes(store, [id])
        back_up(store, second=stick)
        files = [*paths.backups().rglob("*.dialoog"), *stick.rglob("*.dialoog")]
    assert len(files) >= 4
    assert not [path for path in files if b"Geertruida" in path.read_bytes()]
