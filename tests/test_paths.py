from __future__ import annotations

from pathlib import Path

import pytest

from facilitator import paths


def test_resources_of_a_checkout_lie_beside_the_package(root: Path) -> None:
    assert paths.resources() == root / "resources"


def test_a_chosen_folder_wins_and_a_missing_one_is_told_with_where_was_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "methods").mkdir()
    monkeypatch.setenv("FACILITATOR_RESOURCES", str(tmp_path))
    assert paths.resources() == tmp_path
    monkeypatch.setenv("FACILITATOR_RESOURCES", str(tmp_path / "gone"))
    with pytest.raises(paths.MissingResourcesError, match="gone"):
        paths.resources()


def test_settings_logs_and_sessions_follow_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_CONFIG", str(tmp_path / "c"))
    monkeypatch.setenv("FACILITATOR_SESSIONS", str(tmp_path / "s"))
    assert paths.settings_file() == tmp_path / "c" / "settings.json"
    assert paths.logs() == tmp_path / "c" / "logs"
    assert paths.sessions() == tmp_path / "s"


def test_without_choice_sessions_of_a_checkout_stay_in_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FACILITATOR_SESSIONS")
    assert paths.sessions() == root / "sessions"
    assert paths.example() == root / "sessions" / "voorbeeld-twente.json"


def test_installed_program_keeps_sessions_in_the_users_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "site-packages" / "facilitator")
    monkeypatch.delenv("FACILITATOR_SESSIONS")
    monkeypatch.delenv("FACILITATOR_CONFIG")
    packed = tmp_path / "site-packages" / "facilitator" / "_resources"
    (packed / "methods").mkdir(parents=True)
    assert paths.checkout() is None
    assert paths.sessions().name == "Facilitator"
    assert paths.resources() == packed
    assert paths.example() == packed / "examples" / "voorbeeld-twente.json"
    assert paths.settings_file().name == "settings.json"
    assert paths.logs() != paths.settings_file().parent / "sessions"


def test_backups_and_what_was_rescued_lie_in_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_DATA", str(tmp_path / "d"))
    assert (paths.backups(), paths.rescued()) == (tmp_path / "d" / "backups", tmp_path / "d" / "rescued")
    monkeypatch.delenv("FACILITATOR_DATA")
    assert paths.backups().is_absolute()
