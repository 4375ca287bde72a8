"""Whatever comes in, by whatever door: what lies in the file is clean text, or was refused in words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from facilitator.content.personas import read_pack_file, write_pack_file
from facilitator.domain import caps
from facilitator.domain import entities as e
from facilitator.domain.caps import REFERENCES, text_limit
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, Value
from facilitator.domain.text import clean
from facilitator.services import advising, boards, dialogue, erasing, grouping, notes, personas, voting
from facilitator.services.exchange import export_json, import_csv, import_json
from facilitator.services.merging import merge_files
from facilitator.services.notes import NoteDraft
from facilitator.services.settings import load
from facilitator.store.session import SessionStore
from tests.cli.program import run
from tests.helpers.shelf import shelf
from tests.helpers.unclean import NASTY, VERBATIM, unclean
from tests.helpers.workbooks import PARTS, packed
from tests.services.builders import dialogue as new_dialogue

_NO_XML = dict.fromkeys(range(32))
"""No file in XML can hold these."""
LONG = "w\u0301oord " * 150_000
"""More than a million characters."""


def nested(entity: str, field: str) -> Value:
    """Return a value for a field that holds nasty text everywhere."""
    default = DEFAULTS[entity][field]
    if isinstance(default, tuple):
        return (NASTY, "schoon")
    if (entity, field) == ("persona", "translations"):
        return {"en": {NASTY: NASTY}}
    return {NASTY: NASTY} if isinstance(default, dict) else NASTY


def new(entity: str, id: str, **fields: Value) -> e.Entity:
    kind: Any = ENTITY_TYPES[entity]
    return kind(id=id, **fields)


FIELDS = [
    (entity, field)
    for entity, defaults in DEFAULTS.items()
    for field, default in defaults.items()
    if (
        isinstance(default, str | tuple | dict)
        or (entity, field) in {("note", "parked"), ("gate", "overruled")}
    )
    and (entity, field) not in VERBATIM
]


def test_every_text_field_of_every_entity_is_clean_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    values = {place: nested(*place) for place in FIELDS}
    with new_dialogue(path) as store:
        made, known = ({place: store.new_id() for place in FIELDS} for _ in range(2))
        with store.edit("note.added") as edit:
            for (entity, field), value in values.items():
                edit.create(new(entity, made[entity, field], **{field: value}))
                edit.create(new(entity, known[entity, field]))
        with store.edit("note.edited") as edit:
            for (entity, field), value in values.items():
                edit.set(entity, known[entity, field], **{field: value})
                edit.put(entity, store.new_id(), {field: value})
        with store.edit("note.deleted") as edit:
            for entity, field in FIELDS:
                edit.set(entity, made[entity, field], **{field: DEFAULTS[entity][field]})
        store.undo()
        store.erase(
            fields={(entity, known[entity, field], field): v for (entity, field), v in values.items()}
        )
        assert store.check() == []
    assert len(FIELDS) > 60
    assert unclean(path) == []


@pytest.mark.parametrize(("entity", "field"), [("note", "text"), ("goal", "title"), ("draw", "method")])
def test_no_field_takes_more_than_a_file_may_hold(tmp_path: Path, entity: str, field: str) -> None:
    path = tmp_path / "a.dialoog"
    with new_dialogue(path) as store:
        with pytest.raises(UserError) as caught, store.edit("note.added") as edit:
            edit.create(new(entity, store.new_id(), **{field: LONG}))
        assert caught.value.code == "text.too_long"
        with store.edit("note.added") as edit:
            edit.create(new(entity, "x"))
        with pytest.raises(UserError), store.edit("note.added") as edit:
            edit.set(entity, "x", **{field: LONG})
        with pytest.raises(UserError):
            store.erase(fields={(entity, "x", field): LONG})
        store.wait_saved()
        assert len(getattr(store.state.get(entity, "x"), field)) <= text_limit(entity, field)


def services(store: SessionStore, text: str) -> list[Callable[[], object]]:
    """Return calls that bring ``text`` into every field a service writes."""
    state = store.state
    note = notes.add_note(store, NoteDraft("begin"))
    goal, insight = grouping.new_goal(store, "Doel"), grouping.new_insight(store, "Inzicht", [note])
    meeting, advice = dialogue.new_meeting(store, name="Avond"), advising.new_advice(store, goal, "Advies")
    persona = personas.add_persona(store, "Ada")
    ballot = voting.new_ballot(store)
    meetings = dict.fromkeys(("name", "venue"), text)
    goals = dict.fromkeys(("title", "definition", "residents_say", "tensions"), text)
    people = dict.fromkeys(("age", "line", "story", "needs", "made_with"), text)
    advices = dict.fromkeys(("addressee", "condition", "deadline", "minority"), text)
    words = dict.fromkeys(("title", "question", "privacy_promise", "summary", "opening"), text)
    drafts = [
        NoteDraft(text, source_ref=text),
        NoteDraft(text, language=text),
        NoteDraft(text, step=text),
        NoteDraft(text, source=text),
    ]
    return [
        lambda: notes.add_note(store, NoteDraft(text)),
        *(lambda draft=draft: notes.add_note(store, draft) for draft in drafts),
        lambda: notes.edit_note(store, note, text=text),
        lambda: notes.edit_note(store, note, translation=text),
        lambda: notes.edit_note(store, note, language=text),
        lambda: notes.edit_note(store, note, source_ref=text),
        lambda: notes.park(store, [note], text),
        lambda: grouping.new_insight(store, text, description=text),
        lambda: grouping.split_insight(store, insight, [note], text),
        lambda: grouping.update_insight(store, insight, title=text, description=text),
        lambda: grouping.new_goal(store, text, definition=text),
        lambda: grouping.update_goal(store, goal, **goals),
        lambda: advising.new_advice(store, goal, text, **advices),
        lambda: advising.update_advice(store, advice, text=text, **advices),
        lambda: dialogue.new_meeting(store, **meetings),
        lambda: dialogue.update_meeting(store, meeting, **meetings),
        lambda: dialogue.update_dialogue(store, commissioners=(text, text)),
        *(lambda one=one: dialogue.update_dialogue(store, **{one: text}) for one in words),
        lambda: dialogue.overrule_gate(store, state.dialogue.step, text),
        lambda: dialogue.tick_condition(store, text, text, True),
        lambda: personas.add_persona(store, text, **people),
        lambda: personas.update_persona(store, persona, name=text, **people),
        lambda: voting.update_ballot(store, ballot, title=text),
        lambda: voting.update_ballot(store, ballot, attendance={text: text}),
        lambda: boards.tidy(store, text),
        lambda: boards.recolour(store, text, "kind"),
        lambda: boards.lay(store, text, {note: (1, 2)}),
        lambda: erasing.erase_words(store, "begin", text, erasing.find_words(store, "begin")),
    ]


@pytest.mark.parametrize(
    "text",
    [NASTY, NASTY.replace("\r\n", " ").replace("\u2029", ""), LONG],
    ids=["nasty", "nasty line", "a million"],
)
def test_every_service_cleans_or_refuses(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.dialoog"
    with new_dialogue(path) as store:
        kept = 0
        for call in services(store, text):
            try:
                call()
            except UserError:
                continue
            kept += 1
        assert store.check() == []
        longest = max(len(row.text) for row in store.state.notes)
        assert longest <= text_limit("note", "text")
    assert kept > 20 or text == LONG
    assert unclean(path) == []


def test_a_survey_a_pack_a_setup_and_the_command_line_bring_clean_text(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    text = NASTY.replace("\ud83d", "").replace("\x00", "").replace('"', "")
    line = " ".join(text.split())
    table = tmp_path / "re\u0301st \u202e\x07.csv"
    table.write_text(f'antwoord,{line}\n"{line} een",x\n"{line} twee",y\n', encoding="utf-8")
    pack = tmp_path / "eigen.json"
    setup = dialogue.DialogueSetup(
        title=text, question=text, commissioners=(text,), privacy_promise=text, packs=()
    )
    with dialogue.create_dialogue(path, setup, shelf(), "laptop") as store:
        import_csv(store, table, text_column="antwoord", channel="survey")
        sheet = PARTS["xl/worksheets/sheet1.xml"].replace(b"de bus", escape(text.translate(_NO_XML)).encode())
        book = tmp_path / "be\u0301 \u202e.xlsx"
        book.write_bytes(packed({**PARTS, "xl/worksheets/sheet1.xml": sheet}))
        import_csv(store, book, text_column="wat", channel="survey")
        assert len(store.state.notes) == 3
        ada = personas.add_persona(store, "Ada", line="Zin", story="Verhaal", needs="Nodig")
        write_pack_file(pack, personas.pack_of(store, [ada], "eigen", "Eigen"))
        told = pack.read_text(encoding="utf-8")
        for words in ("Zin", "Verhaal", "Nodig"):
            assert f'"{words}"' in told
            told = told.replace(f'"{words}"', json.dumps(NASTY))
        pack.write_text(told, encoding="utf-8")
        assert personas.add_from_pack(store, read_pack_file(pack))
    answer = run(
        "capture", path, "--persona", "", "--step", "ervaren", stdin=NASTY.encode("utf-8", "surrogatepass")
    )
    assert "Traceback" not in answer.err
    assert unclean(path) == []


def test_json_from_elsewhere_is_clean_or_refused(tmp_path: Path) -> None:
    source, made = tmp_path / "a.json", tmp_path / "b.dialoog"
    with new_dialogue(tmp_path / "a.dialoog", notes=2) as store:
        grouping.new_goal(store, "Doel", definition="Wat")
        export_json(store, source)
    whole = json.loads(source.read_text(encoding="utf-8"))
    del whole["history"]
    whole["dialogue"]["title"] = whole["notes"][0]["text"] = whole["goals"][0]["title"] = NASTY
    source.write_text(json.dumps(whole), encoding="utf-8")
    import_json(source, made, "laptop", shelf()).close()
    assert unclean(made) == []


@pytest.mark.parametrize("bad", ["be\u0301n", "a\x07b", "\u202eom", "a\tb", "a\r\nb", "\ufeffa", "a\u2028b"])
def test_a_file_or_history_from_elsewhere_with_other_text_is_not_taken_in(
    tmp_path: Path, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = tmp_path / "a.dialoog", tmp_path / "elders" / "b.dialoog"
    copy.parent.mkdir()
    with new_dialogue(path, notes=1) as store:
        store.save_copy(copy)
    # Another program keeps what ours would not.
    with monkeypatch.context() as other:
        other.setattr(caps, "kept", lambda _entity, _field, value: value)
        other.setattr(caps, "is_good", lambda *_: True)
        with SessionStore.open(copy, source="elders") as theirs, theirs.edit("note.edited") as edit:
            edit.set("note", theirs.state.notes[0].id, text=bad)
        with SessionStore.open(copy, source="elders") as theirs:
            export_json(theirs, tmp_path / "b.json")
    assert unclean(copy)
    with SessionStore.open(path, source="laptop") as store:
        with pytest.raises(UserError) as caught:
            merge_files(store, [copy])
        assert caught.value.code == "data.bad_value"
        store.wait_saved()
        with pytest.raises(UserError) as caught:
            import_json(tmp_path / "b.json", tmp_path / "c.dialoog", "laptop", shelf())
        assert caught.value.code == "exchange.bad_value"
    assert unclean(path) == []


def test_settings_by_hand_do_not_bring_odd_names_into_files(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    place.write_text(json.dumps({"source": "lap\u202e\x07top\ud83d"}), encoding="utf-8")
    path = tmp_path / "a.dialoog"
    with new_dialogue(path):
        pass
    with SessionStore.open(path, source=load(place).source) as store:
        notes.add_note(store, NoteDraft("een"))
    assert unclean(path) == []


def test_the_look_finds_what_is_put_in_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    with new_dialogue(path, notes=1):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE note SET text = ?", ["be\u0301n"])
    assert [(entity, field) for entity, field, _ in unclean(path)] == [("note", "text")]
    assert clean(NASTY) != NASTY
    assert set(REFERENCES) & set(FIELDS)
    assert e.Note in ENTITY_TYPES.values()
