from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services import handed_out
from facilitator.services.dialogue import DialogueSetup
from facilitator.services.settings import Settings
from facilitator.store.session import SessionStore
from facilitator.ui.kit.page import Go
from facilitator.ui.shell.desk import Desk
from tests.helpers.window import make_file, make_world


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(make_world(tmp_path), lambda: Settings(source="laptop-1"))
    yield made
    made.close(even_unsaved=True)


def refusals(desk: Desk) -> list[str]:
    codes: list[str] = []
    desk.refused.connect(lambda error: codes.append(error.code))
    return codes


def test_a_new_dialogue_is_open_at_once(desk: Desk) -> None:
    identity = bytes.fromhex("3fa9c1") + bytes(13)
    path = desk.free_path("Zorg voor morgen!", identity)
    assert path.name == "zorg-voor-morgen-3fa9c1.dialoog"
    assert desk.create(path, DialogueSetup(title="Zorg voor morgen", question="Hoe?"), identity)
    assert desk.session is not None
    assert desk.session.store.identity == identity
    assert desk.copy_name(date(2026, 11, 14)).name == "zorg-voor-morgen 2026-11-14"
    assert desk.first_page() == Go("setup")
    assert desk.free_path("Zorg voor morgen!", identity).name == "zorg-voor-morgen-3fa9c1-2.dialoog"


def test_the_example_opens_as_a_fresh_copy_each_time(desk: Desk) -> None:
    opened: list[Path] = []
    desk.opened.connect(opened.append)
    assert desk.open_example()
    assert desk.open_example()
    assert len(set(opened)) == 2
    assert desk.session is not None
    assert len(desk.session.state.notes) > 150
    assert desk.first_page().page == "step"


def test_a_file_of_a_dialogue_that_is_open_is_not_opened_twice(desk: Desk, tmp_path: Path) -> None:
    path = make_file(tmp_path)
    assert desk.open(path)
    first = desk.session
    told: list[bool] = []
    desk.session_changed.connect(lambda: told.append(True))
    assert desk.open(path)
    assert desk.session is first
    assert not told


def test_a_dialogue_at_a_step_its_method_lacks_begins_at_the_first(desk: Desk, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    with closing(SessionStore.open(path, source="laptop-2")) as store, store.edit("step.entered") as edit:
        edit.set("dialogue", store.state.dialogue.id, step="elders", furthest="elders")
    assert desk.open(path)
    assert desk.first_page() == Go("step", "ontmoeten")


def test_another_dialogue_closes_the_one_before(desk: Desk, tmp_path: Path) -> None:
    one, other = make_file(tmp_path, "een"), make_file(tmp_path, "twee", "Twee")
    assert desk.open(one)
    assert desk.open(other)
    assert desk.open(one)
    assert refusals(desk) == []


def test_what_cannot_be_opened_leaves_things_as_they_were(desk: Desk, tmp_path: Path) -> None:
    codes = refusals(desk)
    assert desk.open(make_file(tmp_path))
    before = desk.session
    assert not desk.open(tmp_path / "weg.dialoog")
    assert not desk.import_json(tmp_path / "weg.json")
    assert desk.session is before
    assert codes[0] == "store.missing"
    assert len(codes) == 2


def test_a_missing_example_is_told(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = refusals(desk)
    monkeypatch.setattr(Path, "is_file", lambda _path: False)
    assert not desk.open_example()
    assert codes == ["ui.example_missing"]


def test_without_a_dialogue_there_is_nothing_to_copy(desk: Desk, tmp_path: Path) -> None:
    assert not desk.save_copy(tmp_path / "a.dialoog")
    assert not desk.export_json(tmp_path / "a.json")
    assert desk.merge(tmp_path / "a.dialoog") is None
    assert desk.first_page() == Go("start")
    assert desk.copy_name(date(2026, 11, 14)).name == "dialoog 2026-11-14"


def test_a_copy_never_overwrites(desk: Desk, tmp_path: Path) -> None:
    codes = refusals(desk)
    assert desk.open(make_file(tmp_path))
    target = tmp_path / "er al.dialoog"
    target.write_text("van iemand anders")
    assert not desk.save_copy(target)
    assert codes == ["store.exists"]
    assert target.read_text() == "van iemand anders"


def test_notes_that_cannot_be_saved_keep_it_open(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[str] = []
    desk.unsaved.connect(lambda error: codes.append(error.code))
    assert desk.open(make_file(tmp_path))
    assert desk.session is not None
    refusal = UserError("store.disk_full", path="x")

    def refuse() -> None:
        raise refusal

    monkeypatch.setattr(desk.session.store, "close", refuse)
    assert not desk.close()
    assert not desk.open(make_file(tmp_path, "ander"))
    assert desk.session is not None
    assert desk.close(even_unsaved=True)
    assert codes == ["store.disk_full", "store.disk_full"]


def test_where_a_copy_went_is_remembered(desk: Desk, tmp_path: Path) -> None:
    assert desk.open(make_file(tmp_path))
    assert desk.session is not None
    copy = tmp_path / "kopie.dialoog"
    assert desk.save_copy(copy)
    known = handed_out.known(desk.session.store.identity)
    assert [(one.path, one.kind) for one in known] == [(copy, "copy")]
