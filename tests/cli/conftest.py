"""What tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _files_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, _own_folders: None) -> None:
    """Let the folder of dialogues be that of the test: what is made in it is ours."""
    monkeypatch.setenv("FACILITATOR_SESSIONS", str(tmp_path))
