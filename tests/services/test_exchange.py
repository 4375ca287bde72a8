from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.content.library import Library
from facilitator.domain.errors import UserError
from facilitator.services import advising, grouping, notes, personas
from facilitator.services.dialogue import tick_condition
from facilitator.services.exchange import export_json, import_csv, import_json, preview_csv
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from tests.helpers.workbooks import PARTS, packed
from tests.services.builders import HAND_TICKED, dialogue, library

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = Library(ROOT / "resources")
POLIS = ROOT / "tests" / "data" / "polis-bowling-green-2018" / "comments.csv"


def rich(path: Path, seed: int = 0) -> SessionStore:
    """Return a dialogue with every kind of past: deleted, undone, redone, parked, merged, voted."""
    chance = random.Random(seed)
    store = dialogue(path, notes=12)
    ids = [note.id for note in store.state.notes]
    one = grouping.new_insight(store, "Samen <b>sterk</b>", ids[:4])
    two = grouping.new_insight(store, "Dichtbij", ids[4:7])
    goal = grouping.new_goal(store, "Zorg dichtbij", [one, two])
    grouping.merge_insights(store, one, [two])
    advice = advising.new_advice(store, goal, "Doe het", insights=(one,))
    advising.set_votes(store, advice, 30, 5, 2)
    notes.park(store, [ids[8]], "hoort elders")
    notes.delete_notes(store, [ids[9]])
    notes.add_note(store, NoteDraft("😀 مرحبا =1+1 & <i>", persona="fatima"))
    personas.hide_persona(store, "bram", True)
    tick_condition(store, "praten", HAND_TICKED, True)
    for _ in range(20):
        chance.choice([store.undo, store.undo, store.redo])()
    return store


@pytest.mark.parametrize("seed", range(6))
def test_a_dialogue_comes_back_whole_with_its_history(tmp_path: Path, seed: int) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    with rich(tmp_path / "a.dialoog", seed) as store:
        export_json(store, first)
        with import_json(first, tmp_path / "b.dialoog", "laptop-2", library()) as back:
            assert back.state.tables == store.state.tables
            assert back.history() == store.history()
            assert back.log_rows() == store.log_rows()
            assert back.check() == []
            export_json(back, second)
    assert first.read_bytes() == second.read_bytes()


def test_undo_goes_on_where_it_was_on_the_same_laptop(tmp_path: Path) -> None:
    with dialogue(tmp_path / "a.dialoog", notes=1) as store:
        notes.delete_notes(store, [store.state.notes[0].id])
        export_json(store, tmp_path / "a.json")
    with import_json(tmp_path / "a.json", tmp_path / "b.dialoog", "laptop-1", library()) as back:
        assert back.undo_label == "note.deleted"
        back.undo()
        assert [note.text for note in back.state.notes] == ["notitie 0"]
    with import_json(tmp_path / "a.json", tmp_path / "c.dialoog", "laptop-2", library()) as back:
        assert back.undo_label is None


def test_merges_from_two_laptops_survive_the_way_out_and_in(tmp_path: Path) -> None:
    with dialogue(tmp_path / "a.dialoog", notes=2) as store:
        other = tmp_path / "b.dialoog"
        store.save_copy(other)
        with SessionStore.open(other, source="laptop-2") as there:
            notes.edit_note(there, there.state.notes[0].id, text="daar gewijzigd")
        notes.edit_note(store, store.state.notes[1].id, text="hier gewijzigd")
        store.merge(other)
        export_json(store, tmp_path / "1.json")
        with import_json(tmp_path / "1.json", tmp_path / "c.dialoog", "laptop-3", library()) as back:
            assert back.state.tables == store.state.tables
            export_json(back, tmp_path / "2.json")
            store.merge(back.path)
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()


def test_a_file_without_history_is_one_edit_and_gets_its_method(tmp_path: Path) -> None:
    example = ROOT / "sessions" / "voorbeeld-twente.json"
    with import_json(example, tmp_path / "a.dialoog", "laptop-1", SHIPPED) as store:
        assert [edit.label for edit in store.history()] == ["dialogue.imported"]
        assert store.undo_label is None
        assert store.state.dialogue.method_data
        assert len(store.state.notes) >= 150
        assert store.check() == []
        export_json(store, tmp_path / "1.json")
    with import_json(tmp_path / "1.json", tmp_path / "b.dialoog", "laptop-1", SHIPPED) as store:
        export_json(store, tmp_path / "2.json")
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()


def tree(tmp_path: Path) -> dict[str, Any]:
    with dialogue(tmp_path / "bron.dialoog", notes=2) as store:
        export_json(store, tmp_path / "bron.json")
    return json.loads((tmp_path / "bron.json").read_text("utf-8"))


def assert_refused(tmp_path: Path, told: dict[str, Any], code: str) -> UserError:
    file = tmp_path / "in.json"
    file.write_text(json.dumps(told), "utf-8")
    session = tmp_path / "nieuw.dialoog"
    with pytest.raises(UserError) as caught:
        import_json(file, session, "laptop-1", SHIPPED)
    assert caught.value.code == code
    assert not session.exists()
    return caught.value


def test_a_history_that_tells_something_else_is_refused(tmp_path: Path) -> None:
    told = tree(tmp_path)
    told["notes"][0]["text"] = "stiekem gewijzigd"
    error = assert_refused(tmp_path, told, "exchange.history_differs")
    assert error.details["where"] == f"note {told['notes'][0]['id']}"
    told = tree(tmp_path / "twee")
    del told["notes"][1]
    assert_refused(tmp_path, told, "exchange.history_differs")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path) -> None:
    (tmp_path / "twee").mkdir()


def test_what_only_services_can_judge_is_refused_too(tmp_path: Path) -> None:
    told = tree(tmp_path)
    del told["history"]
    cases: list[tuple[str, dict[str, Any], str]] = [
        ("dialogue", {"method_data": "{}"}, "content.method_damaged"),
        ("dialogue", {"method_data": "", "method": "zes-stappen"}, "method.unknown"),
        ("dialogue", {"step": "zingen"}, "exchange.bad_value"),
        ("notes", {"step": "zingen"}, "exchange.bad_value"),
        ("personas", {"portrait": "<svg onload='x'/>"}, "portrait.refused"),
    ]
    for section, change, code in cases:
        changed = json.loads(json.dumps(told))
        target = changed[section] if section == "dialogue" else changed[section][0]
        target.update(change)
        assert_refused(tmp_path, changed, code)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    with dialogue(tmp_path / "a.dialoog") as store:
        export_json(store, tmp_path / "a.json")
        before = store.path.read_bytes()
        with pytest.raises(UserError) as caught:
            export_json(store, store.path)
        assert caught.value.code == "exchange.is_session"
        with pytest.raises(UserError) as caught:
            import_json(tmp_path / "a.json", store.path, "laptop-1", library())
        assert caught.value.code == "store.exists"
        assert store.path.read_bytes() == before


# ── surveys ─────────────────────────────────────────────────────────────────


def survey(tmp_path: Path, text: str, name: str = "enquete.csv") -> Path:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    return file


def test_every_filled_cell_becomes_a_note_of_one_meeting(tmp_path: Path) -> None:
    file = survey(tmp_path, "e-mail;wat\na@b.nl;eerste\n;\nc@d.nl;\n\ne@f.nl; <b>tweede</b>\u0007 \n")
    with dialogue(tmp_path / "a.dialoog") as store:
        told = import_csv(store, file, text_column="wat")
        assert (told.added, told.empty, told.already_there, told.skipped, told.refused) == (2, 3, 0, 0, ())
        assert [(n.text, n.source, n.source_ref) for n in store.state.notes] == [
            ("eerste", "import", "enquete.csv:2"),
            ("<b>tweede</b>", "import", "enquete.csv:6"),
        ]
        meeting = store.state.meeting(told.meeting)
        assert meeting is not None
        assert (meeting.name, meeting.channel, meeting.people) == ("enquete", "survey", 3)
        assert {note.meeting for note in store.state.notes} == {meeting.id}
        assert "@" not in repr([event[6] for event in store.log_rows().events])


def test_the_whole_import_is_one_step_of_undo(tmp_path: Path) -> None:
    with dialogue(tmp_path / "a.dialoog") as store:
        before = len(store.state.meetings)
        import_csv(store, survey(tmp_path, "wat\neen\ntwee\n"), text_column="wat")
        assert store.undo_label == "notes.imported"
        store.undo()
        assert (len(store.state.notes), len(store.state.meetings)) == (0, before)


def test_importing_again_adds_only_what_is_new(tmp_path: Path) -> None:
    with dialogue(tmp_path / "a.dialoog") as store:
        first = import_csv(store, survey(tmp_path, "wat\neen\ntwee\n"), text_column="wat")
        edits = len(store.history())
        again = import_csv(store, survey(tmp_path, "wat\neen\ntwee\n"), text_column="wat")
        assert (again.added, again.already_there, again.meeting) == (0, 2, "")
        assert len(store.history()) == edits
        more = import_csv(store, survey(tmp_path, "wat\neen\ntwee\ndrie\n"), text_column="wat")
        assert (more.added, more.already_there, more.meeting) == (1, 2, first.meeting)
        meeting = store.state.meeting(first.meeting)
        assert meeting is not None
        assert meeting.people == 3
        other = import_csv(store, survey(tmp_path, "wat\neen\n", "ander.csv"), text_column="wat")
        assert (other.added, other.already_there) == (1, 0)


def test_what_cannot_be_a_note_is_listed_with_its_row_and_never_cut(tmp_path: Path) -> None:
    file = survey(tmp_path, f"wie,wat\nFATIMA,goed\npiet,ook\nbram,{'x' * 10_001}\n,niemand\n")
    with dialogue(tmp_path / "a.dialoog") as store:
        told = import_csv(store, file, text_column="wat", persona_column="wie")
        assert told.refused == ((3, "persona.unknown"), (4, "note.too_long"))
        assert [(note.text, note.persona) for note in store.state.notes] == [
            ("goed", "fatima"),
            ("niemand", ""),
        ]


def test_step_kind_channel_and_name_can_be_chosen(tmp_path: Path) -> None:
    file = survey(tmp_path, "wat,mag\neen,ja\ntwee,nee\n")
    with dialogue(tmp_path / "a.dialoog") as store:
        told = import_csv(
            store,
            file,
            text_column="wat",
            channel="soft",
            kind="wish",
            step="bundelen",
            meeting_name="Inloop",
            skip_if={"mag": "nee"},
        )
        assert (told.added, told.skipped) == (1, 1)
        (note,) = store.state.notes
        assert (note.kind, note.step) == ("wish", "bundelen")
        meeting = store.state.meeting(note.meeting)
        assert meeting is not None
        assert (meeting.name, meeting.channel, meeting.people) == ("Inloop", "soft", 1)


def test_without_a_step_notes_go_where_notes_are_captured(tmp_path: Path) -> None:
    with dialogue(tmp_path / "a.dialoog") as store:
        with store.edit("step.entered", undoable=False) as edit:
            edit.set("dialogue", "dialogue", step="adviseren")
        import_csv(store, survey(tmp_path, "wat\neen\n"), text_column="wat")
        (note,) = store.state.notes
        assert (note.step, note.kind) == ("praten", "experience")


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"text_column": "weg"}, "exchange.no_column"),
        ({"persona_column": "weg"}, "exchange.no_column"),
        ({"skip_if": {"weg": "1"}}, "exchange.no_column"),
        ({"channel": "luid"}, "meeting.bad_channel"),
        ({"kind": "mening"}, "note.bad_kind"),
        ({"step": "zingen"}, "cli.unknown_step"),
        ({"meeting_name": "x" * 301}, "text.too_long"),
    ],
)
def test_a_wish_that_cannot_be_changes_nothing(tmp_path: Path, wish: dict[str, Any], code: str) -> None:
    file = survey(tmp_path, "wat\neen\n")
    with dialogue(tmp_path / "a.dialoog") as store:
        before = store.history()
        with pytest.raises(UserError) as caught:
            import_csv(store, file, **{"text_column": "wat", **wish})
        assert caught.value.code == code
        assert store.history() == before


def test_a_file_to_look_at_only_takes_nothing_in(tmp_path: Path) -> None:
    dialogue(tmp_path / "a.dialoog").close()
    with (
        SessionStore.open(tmp_path / "a.dialoog", source="x", readonly=True) as store,
        pytest.raises(UserError) as caught,
    ):
        import_csv(store, survey(tmp_path, "wat\neen\n"), text_column="wat")
    assert caught.value.code == "store.readonly"


def test_real_statements_come_in_word_for_word(tmp_path: Path) -> None:
    table = preview_csv(POLIS)
    bodies = [row[table.column("comment-body")] for row in table.rows]
    with dialogue(tmp_path / "a.dialoog") as store:
        told = import_csv(store, POLIS, text_column="comment-body")
        assert (told.added, told.refused) == (120, ())
        assert [note.text for note in store.state.notes] == [body.strip() for body in bodies]


# ── any file at all ─────────────────────────────────────────────────────────

LEAF = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(
        ["fatima", "note", "\ud800", "a\x00", "[" * 3000, '"\\ud800"', "2026-13-01", "é", 2**63, -1]
    ),
)
ANY = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
)


def places(node: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value inside."""
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [way, *(found for key, inner in steps for found in places(inner, (*way, key)))]


def changed(node: Any, way: tuple[Any, ...], value: object) -> Any:
    if not way:
        return value
    copy = dict(node) if isinstance(node, dict) else list(node)
    copy[way[0]] = changed(node[way[0]], way[1:], value)
    return copy


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("whole")
    with rich(folder / "a.dialoog") as store:
        export_json(store, folder / "a.json")
    return json.loads((folder / "a.json").read_text("utf-8"))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_any_change_to_a_file_is_taken_in_or_plainly_refused(
    tmp_path_factory: pytest.TempPathFactory, whole: dict[str, Any], data: st.DataObject
) -> None:
    told = {key: value for key, value in whole.items() if key != "history" or data.draw(st.booleans())}
    way = data.draw(st.sampled_from(places(told)))
    folder = tmp_path_factory.mktemp("any")
    (folder / "in.json").write_text(json.dumps(changed(told, way, data.draw(ANY))), "utf-8")
    session = folder / "a.dialoog"
    try:
        store = import_json(folder / "in.json", session, "laptop-1", library())
    except UserError:
        assert not session.exists()
        return
    with store:
        assert store.check() == []
        export_json(store, folder / "1.json")
    with import_json(folder / "1.json", folder / "b.dialoog", "laptop-1", library()) as back:
        export_json(back, folder / "2.json")
    assert (folder / "1.json").read_bytes() == (folder / "2.json").read_bytes()


def test_what_was_moved_to_the_front_again_and_again_comes_back(tmp_path: Path) -> None:
    with dialogue(tmp_path / "a.dialoog", notes=3) as store:
        for _ in range(3):
            ids = [note.id for note in store.state.notes]
            grouping.reorder(store, "note", [ids[-1], *ids[:-1]])
        assert min(note.seq for note in store.state.notes) < 0
        export_json(store, tmp_path / "a.json")
        with import_json(tmp_path / "a.json", tmp_path / "b.dialoog", "laptop-2", library()) as back:
            assert [note.id for note in back.state.notes] == [note.id for note in store.state.notes]


def test_a_workbook_is_taken_in_like_a_table_of_text(tmp_path: Path) -> None:
    path = tmp_path / "buurt.xlsx"
    path.write_bytes(packed(PARTS))
    assert preview_csv(path).columns == ("wat",)
    with dialogue(tmp_path / "a.dialoog") as store:
        told = import_csv(store, path, text_column="wat")
        assert (told.added, told.refused) == (1, ())
        assert [(note.text, note.source_ref) for note in store.state.notes] == [("de bus", "buurt.xlsx:2")]
        assert import_csv(store, path, text_column="wat", sheet="Blad 1").already_there == 1
