"""Going back to a backup: what it would change, that it does just that, and that one step takes it back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import safekeeping
from facilitator.services.advising import set_votes, update_advice
from facilitator.services.dialogue import new_meeting, update_dialogue
from facilitator.services.exchange import import_json
from facilitator.services.grouping import delete_insight, new_goal, new_insight, place_notes
from facilitator.services.notes import NoteDraft, add_note, delete_notes, edit_note, star
from facilitator.services.safekeeping import Backup, Item, back_up, preview, restore
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SessionStore
from tests.helpers.shelf import shelf
from tests.store.builders import living
from tests.store.damage import pages, without

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


@pytest.fixture
def example(tmp_path: Path) -> Iterator[SessionStore]:
    library = shelf()
    with import_json(paths.example(), tmp_path / "zorg.dialoog", "laptop-1", library) as store:
        yield store


def changed_in_ten_ways(store: SessionStore) -> dict[str, str]:
    """Change the dialogue in ten ways and return what was touched."""
    state = store.state
    notes, insights, advices = state.notes, state.insights, state.advices
    touched = {
        "added": add_note(store, NoteDraft(text="Een nieuwe notitie", persona="fatima", step="ervaren")),
        "reworded": notes[0].id,
        "deleted": notes[1].id,
        "starred": notes[2].id,
        "regrouped": notes[3].id,
    }
    edit_note(store, notes[0].id, text="Heel anders gezegd")
    delete_notes(store, [notes[1].id])
    star(store, [notes[2].id], not notes[2].starred)
    touched["new insight"] = new_insight(store, "Een nieuw inzicht", [notes[3].id])
    place_notes(store, [notes[3].id], touched["new insight"])
    touched["lost insight"] = insights[-1].id
    delete_insight(store, insights[-1].id)
    touched["new goal"] = new_goal(store, "Een nieuw doel")
    touched["advice"] = advices[0].id
    update_advice(store, advices[0].id, text="Een ander advies")
    set_votes(store, advices[0].id, 91, 92, 93)
    touched["meeting"] = new_meeting(store, name="Een extra avond")
    update_dialogue(store, title="Een andere titel")
    return touched


def made(store: SessionStore, at: datetime = NOW) -> Backup:
    backup = back_up(store, now=at)
    assert backup is not None
    return backup


def test_the_preview_names_what_going_back_would_change(example: SessionStore) -> None:
    backup = made(example)
    assert preview(example, backup).is_empty
    before = {note.id: note.text for note in example.state.notes}
    advice = example.state.advices[0].text
    touched = changed_in_ten_ways(example)
    seal = example.seal
    found = preview(example, backup)
    assert example.seal == seal, "only looked"
    removed = {(one.entity, one.id) for one in found.removed}
    assert removed == {
        ("note", touched["added"]),
        ("insight", touched["new insight"]),
        ("goal", touched["new goal"]),
    }
    added = {(one.entity, one.id) for one in found.added}
    assert added == {("note", touched["deleted"]), ("insight", touched["lost insight"])}
    by_id = {one.id: one for one in found.changed}
    assert by_id[touched["reworded"]] == Item(
        "note", touched["reworded"], "Heel anders gezegd", before[touched["reworded"]], ("text",)
    )
    assert by_id[touched["starred"]].fields == ("starred",)
    assert "insights" in by_id[touched["regrouped"]].fields
    assert (by_id[touched["advice"]].now, by_id[touched["advice"]].then) == ("Een ander advies", advice)
    assert set(by_id[touched["advice"]].fields) >= {"text", "votes_for", "votes_against", "votes_abstain"}
    assert found.others >= 2, "the meeting and the title"


def test_going_back_does_just_that_and_one_step_takes_it_back(example: SessionStore) -> None:
    backup = made(example)
    then = living(example.state)
    changed_in_ten_ways(example)
    now, edits = living(example.state), len(example.history())
    told = preview(example, backup)
    assert restore(example, backup) == told
    assert living(example.state) == then
    assert preview(example, backup).is_empty
    assert len(example.history()) == edits + 1
    assert example.undo_label == "dialogue.restored"
    example.undo()
    assert living(example.state) == now
    example.redo()
    assert living(example.state) == then
    assert example.check() == []


def test_going_back_twice_changes_nothing_more(example: SessionStore) -> None:
    backup = made(example)
    changed_in_ten_ways(example)
    restore(example, backup)
    edits = len(example.history())
    assert restore(example, backup).is_empty
    assert len(example.history()) == edits


def test_what_was_erased_since_stays_erased(example: SessionStore) -> None:
    backup = made(example)
    whole, part, both = example.state.notes[:3]
    instead = {("note", part.id, "text"): "[naam] zegt het anders"}
    example.erase([("note", whole.id)], instead)
    edit_note(example, both.id, text="gewoon anders gezegd")
    told = restore(example, backup)
    assert example.state.note(whole.id) is None
    note = example.state.note(part.id)
    assert note is not None
    assert note.text == "[naam] zegt het anders"
    assert example.state.note(both.id) == both
    assert whole.text not in str(told)
    assert part.text not in str(told)
    later = made(example, NOW + timedelta(hours=1))
    edit_note(example, part.id, text="na het wissen nog veranderd")
    restore(example, later)
    again = example.state.note(part.id)
    assert again is not None
    assert again.text == "[naam] zegt het anders"


def test_a_backup_of_another_dialogue_or_a_damaged_one_changes_nothing(
    example: SessionStore, tmp_path: Path
) -> None:
    with SessionStore.create(tmp_path / "ander.dialoog", source="b") as other:
        add_note(other, NoteDraft(text="van een ander", persona="", step=""))
        stranger = made(other)
    good = made(example)
    seal = example.seal
    with pytest.raises(UserError, match=r"backup\.stranger"):
        restore(example, stranger)
    without(good.path, [3, 4, 5], good.path)
    for work in (preview, restore):
        with pytest.raises(UserError, match=r"backup\.damaged"):
            work(example, good)
    assert example.seal == seal


# ── making them ─────────────────────────────────────────────────────────────


@pytest.fixture(params=[False, True], ids=["open", "encrypted"])
def key(request: pytest.FixtureRequest) -> Key | None:
    return random_key() if request.param else None


@pytest.fixture
def store(tmp_path: Path, key: Key | None) -> Iterator[SessionStore]:
    with SessionStore.create(tmp_path / "avond.dialoog", source="a", key=key) as opened:
        add_note(opened, NoteDraft(text="de eerste", persona="", step=""))
        yield opened


def note(store: SessionStore, text: str) -> str:
    return add_note(store, NoteDraft(text=text, persona="", step=""))


def test_a_backup_is_made_only_when_something_changed(store: SessionStore, key: Key | None) -> None:
    first = made(store)
    assert back_up(store) is None
    note(store, "de tweede")
    second = made(store, NOW + timedelta(minutes=5))
    assert safekeeping.backups(paths.backups(), store.identity, key) == [second, first]
    assert second.notes == 2
    store.undo()
    assert made(store, NOW + timedelta(minutes=10)).notes == 1


def test_older_backups_are_thinned_when_a_new_one_is_made(store: SessionStore, key: Key | None) -> None:
    for hours in (50, 49, 48, 1):
        note(store, f"{hours} uur geleden")
        made(store, NOW - timedelta(hours=hours))
    note(store, "nu")
    made(store)
    left = safekeeping.backups(paths.backups(), store.identity, key)
    assert [one.notes for one in left] == [6, 5, 4]


def test_a_damaged_backup_is_made_again(store: SessionStore, key: Key | None) -> None:
    first = made(store)
    first.path.write_bytes(first.path.read_bytes()[:5000])
    again = made(store, NOW + timedelta(minutes=5))
    found = safekeeping.backups(paths.backups(), store.identity, key)
    assert [(one.path, one.good) for one in found] == [(again.path, True), (first.path, False)]


def test_any_thread_may_ask_and_the_second_place_gets_what_it_lacks(
    store: SessionStore, tmp_path: Path, key: Key | None
) -> None:
    found: list[Backup | None] = []
    thread = threading.Thread(target=lambda: found.append(back_up(store)))
    thread.start()
    thread.join()
    assert found[0] is not None
    stick = tmp_path / "stick"
    assert back_up(store, second=stick) is None, "nothing new, but the stick has it now"
    (there,) = safekeeping.backups(stick, store.identity, key)
    assert there.seal == found[0].seal
    note(store, "nog een")
    assert back_up(store, second=stick) is not None
    assert len(safekeeping.backups(stick, store.identity, key)) == 2


def test_a_place_that_refuses_is_told_and_the_dialogue_goes_on(store: SessionStore, tmp_path: Path) -> None:
    (tmp_path / "geen map").write_text("")
    with pytest.raises(UserError, match=r"backup\.failed") as told:
        back_up(store, tmp_path / "geen map")
    assert told.value.details["path"] == str(tmp_path / "geen map")
    with pytest.raises(UserError, match=r"backup\.second_failed"):
        back_up(store, second=tmp_path / "geen map")
    assert len(safekeeping.backups(paths.backups(), store.identity, store.key)) == 1
    note(store, "gaat gewoon door")
    assert store.check() == []


def test_a_dialogue_that_is_only_looked_at_gets_no_backup(store: SessionStore) -> None:
    store.wait_saved()
    with SessionStore.open(store.path, source="b", readonly=True, key=store.key) as looking:
        assert back_up(looking) is None


# ── a damaged file ──────────────────────────────────────────────────────────


def test_a_damaged_file_gets_its_backup_beside_it_and_stays_as_it_is(
    store: SessionStore, key: Key | None
) -> None:
    backup = made(store)
    note(store, "na de reservekopie")
    store.close()
    raw = store.path.read_bytes()[:6000]
    store.path.write_bytes(raw)
    first = safekeeping.restore_beside(store.path, backup, key=key)
    second = safekeeping.restore_beside(store.path, backup, key=key)
    assert first.parent == second.parent == store.path.parent
    assert first != second
    assert store.path.read_bytes() == raw
    for path in (first, second):
        assert path.name.isascii()
        with SessionStore.open(path, source="b", key=key) as back:
            assert [one.text for one in back.state.notes] == ["de eerste"]
            assert (back.identity, back.seal) == (store.identity, backup.seal)


def test_backups_are_found_of_a_file_that_is_damaged_or_gone(store: SessionStore, key: Key | None) -> None:
    backup = made(store)
    store.close()
    raw = store.path.read_bytes()
    assert safekeeping.backups_of(store.path, key=key) == [backup]
    store.path.write_bytes(bytes(len(raw)))
    if key is None:
        assert safekeeping.backups_of(store.path) == [backup]
    store.path.unlink()
    assert safekeeping.backups_of(store.path, key=key) == [backup]
    elsewhere = store.path.with_name("elders.dialoog")
    elsewhere.write_bytes(bytes(100) + raw[100:])
    if key is None:
        assert safekeeping.backups_of(elsewhere) == [backup], "known by its own edits"
    assert safekeeping.backups_of(store.path.with_name("nooit.dialoog"), key=key) == []


@pytest.mark.parametrize("place", ["dialogue", "insight", "meeting", "note", "event", "header"])
def test_what_is_saved_of_a_damaged_file_is_a_dialogue_that_holds_together(
    place: str, example: SessionStore, tmp_path: Path
) -> None:
    made(example)
    notes = {one.text for one in example.state.notes}
    example.close()
    damaged = without(example.path, pages(example.path)[place], tmp_path / "stuk.dialoog")
    raw = damaged.read_bytes()
    saved = safekeeping.save_readable(damaged, tmp_path / "uit.dialoog")
    assert damaged.read_bytes() == raw
    with SessionStore.open(saved.path, source="b") as got:
        assert {one.text for one in got.state.notes} == notes
        assert got.state.dialogue.title == example.state.dialogue.title
        assert got.identity == example.identity
        assert got.check() == []
    assert saved.lost == 0


def test_links_to_what_was_lost_are_dropped_and_a_lost_title_comes_from_the_backup(
    example: SessionStore, tmp_path: Path
) -> None:
    made(example)
    example.close()
    found = pages(example.path)
    wanted = [*found["dialogue"], *found["insight"], *found["event"]]
    saved = safekeeping.save_readable(
        without(example.path, wanted, tmp_path / "stuk.dialoog"), tmp_path / "uit.dialoog"
    )
    with SessionStore.open(saved.path, source="b") as got:
        assert got.state.dialogue.title == example.state.dialogue.title
        assert got.state.dialogue.method_data
        insights = {one.id for one in got.state.insights}
        assert all(insights.issuperset(one.insights) for one in got.state.notes)
        assert len(got.state.notes) == len(example.state.notes)
        assert got.check() == []
    assert saved.lost > 0


def test_trouble_and_seals_are_told_of_an_open_dialogue_and_of_one_that_does_not_open(
    example: SessionStore, tmp_path: Path
) -> None:
    assert safekeeping.troubles(example) == []
    printed = example.seal
    add_note(example, NoteDraft(text="daarna", persona="fatima", step="ervaren"))
    found = safekeeping.moment_of(example, printed)
    assert found is not None
    assert found[1] == 1
    assert safekeeping.moment_of(example, "nooit") is None
    example.close()
    damaged = without(example.path, pages(example.path)["note"], tmp_path / "stuk.dialoog")
    assert "check.integrity" in {one.code for one in safekeeping.troubles_of(damaged)}
    (tmp_path / "iets.dialoog").write_bytes(b"iets anders")
    assert [one.code for one in safekeeping.troubles_of(tmp_path / "iets.dialoog")] == ["check.integrity"]
