"""Opening sealed files from the window: what is inside is taken in, and no plain copy is left."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.exchange.sealed import seal
from facilitator.services import sealing
from facilitator.services.exchange import export_json
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.unseal_dialog import UnsealDialog
from facilitator.ui.main_window import MainWindow
from tests.helpers.age import Holder, sealed_lightly
from tests.helpers.step_pages import answer
from tests.helpers.window import make_file

WORDS = "paard batterij nietje correct"


@pytest.fixture
def in_the_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let what lies in the open for a moment lie where it can be searched."""
    place = tmp_path / "geheugen"
    place.mkdir()
    monkeypatch.setattr(sealing, "_in_memory", lambda: str(place))
    return place


def sealed_file(folder: Path, kind: str) -> Path:
    """Give a dialogue made elsewhere, sealed; the sealed file is all there is of it."""
    out = folder / f"van-anna.{kind}.age"
    out.write_bytes(sealed(kind))
    return out


@cache
def sealed(kind: str) -> bytes:
    """Make a dialogue and seal it, once for all tests, so that it opens at once."""
    with TemporaryDirectory() as name:
        plain = made = make_file(Path(name), notes=2)
        if kind == "json":
            plain = made.with_suffix(".json")
            with SessionStore.open(made, source="anders") as store:
                export_json(store, plain)
        return sealed_lightly(plain.read_bytes(), WORDS)


def type_words(dialog: QDialog) -> None:
    assert isinstance(dialog, UnsealDialog)
    dialog.secret.field.setText(WORDS)
    dialog.accept()


@pytest.mark.parametrize("kind", ["json", "dialoog"])
def test_what_is_inside_is_taken_in_and_no_plain_copy_is_left(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, in_the_open: Path, kind: str
) -> None:
    path = sealed_file(tmp_path, kind)
    before = path.read_bytes()
    answer(type_words)
    window.open_any(path)
    store = window.context.dialogue.store
    assert sorted(note.text for note in store.state.notes) == ["notitie 0", "notitie 1"]
    assert store.path.parent == window.world.sessions
    assert list(in_the_open.iterdir()) == []
    assert path.read_bytes() == before
    assert not any(str(in_the_open) in one for one in (*window.settings.recent, *window.settings.known))


def test_of_a_dialogue_that_is_here_already_what_is_new_is_added(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, in_the_open: Path
) -> None:
    path = sealed_file(tmp_path, "dialoog")
    answer(type_words)
    window.open_any(path)
    own = window.context.dialogue.store.path
    window.close_dialogue()

    def both(dialog: QDialog) -> None:
        type_words(dialog)
        answer(QDialog.accept)

    answer(both)
    window.open_any(path)
    assert window.context.dialogue.store.path == own
    assert "toegevoegd" in window.notice_bar.text()
    assert list(in_the_open.iterdir()) == []


@pytest.mark.parametrize("what", ["left", "key", "other"])
def test_what_stays_sealed_opens_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, in_the_open: Path, what: str
) -> None:
    path = tmp_path / "iets.json.age"
    data = {
        "left": lambda: sealed("json"),
        "key": lambda: seal(b"{}", recipient=Holder().public),
        "other": lambda: b"rommel",
    }
    path.write_bytes(data[what]())
    met = answer(QDialog.reject) if what == "left" else []
    window.open_any(path)
    assert bool(met) is (what == "left")
    told = {"left": "", "key": "iemands sleutel", "other": "geen verzegeld bestand"}[what]
    assert told in window.notice_bar.text()
    assert window.desk.session is None
    assert list(in_the_open.iterdir()) == []
