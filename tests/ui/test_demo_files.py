from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.store.session import SessionStore
from facilitator.ui.demo_files import MANIFEST, MadeFiles


def _make(folder: Path, name: str, text: str) -> Path:
    with MadeFiles(folder) as made:
        path = made.file(name)
        path.write_text(text, encoding="utf-8")
        return path


def _break_off(folder: Path) -> None:
    with MadeFiles(folder) as made:
        made.file("a.png").write_text("half", encoding="utf-8")
        raise RuntimeError


def test_a_second_play_replaces_its_own_file(tmp_path: Path) -> None:
    assert _make(tmp_path, "a.png", "een") == tmp_path / "a.png"
    assert _make(tmp_path, "a.png", "twee") == tmp_path / "a.png"
    assert (tmp_path / "a.png").read_text("utf-8") == "twee"


def test_a_foreign_file_stays_and_ours_stands_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("van iemand anders", encoding="utf-8")
    assert _make(tmp_path, "a.png", "een").name == "a-2.png"
    assert _make(tmp_path, "a.png", "twee").name == "a-2.png"
    assert (tmp_path / "a.png").read_text("utf-8") == "van iemand anders"


def test_a_file_somebody_changed_is_no_longer_ours(tmp_path: Path) -> None:
    path = _make(tmp_path, "a.png", "een")
    path.write_text("bewerkt", encoding="utf-8")
    assert _make(tmp_path, "a.png", "twee").name == "a-2.png"
    assert path.read_text("utf-8") == "bewerkt"


def test_what_was_made_is_remembered_when_the_play_breaks_off(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        _break_off(tmp_path)
    assert _make(tmp_path, "a.png", "heel").name == "a.png"


def test_only_an_untouched_closed_dialogue_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "avond.dialoog"
    with MadeFiles(tmp_path) as made:
        SessionStore.create(path, source="demo").close()
        made.add(path)
    with MadeFiles(tmp_path) as made, SessionStore.open(path, source="iemand"):
        made.clear(path.name)
        assert path.exists()
    with MadeFiles(tmp_path) as made:
        made.clear(path.name)
    assert not path.exists()


def test_a_foreign_dialogue_is_never_removed(tmp_path: Path) -> None:
    path = tmp_path / "avond.dialoog"
    SessionStore.create(path, source="iemand").close()
    with MadeFiles(tmp_path) as made:
        made.clear(path.name)
    assert path.exists()


def test_a_manifest_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("[1, 2]", encoding="utf-8")
    with pytest.raises(OSError, match="choose another folder"):
        MadeFiles(tmp_path)
    assert (tmp_path / MANIFEST).read_text("utf-8") == "[1, 2]"
