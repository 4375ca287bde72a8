from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.content.library import Library
from facilitator.domain.errors import UserError
from facilitator.exchange.sealed import seal, unseal
from facilitator.services import handed_out, sealing
from facilitator.services.exporting import Wish
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.sealing import (
    Seal,
    check_seal,
    for_a_moment,
    plain_name,
    prepared_sealed,
    read_for_passphrase,
    sealed_name,
    unsealed,
)
from facilitator.store.session import SessionStore
from tests.helpers.age import Holder, sealed_lightly
from tests.helpers.shelf import shelf
from tests.helpers.window import make_file

SECRET = "de buurvrouw is bang voor haar zoon"
WORDS = "vier losse woorden hier"
ME = Holder()
SEAL = Seal(recipient=ME.public)


@pytest.fixture
def dialogue(tmp_path: Path) -> Iterator[SessionStore]:
    with SessionStore.open(make_file(tmp_path), source="laptop-1") as store:
        add_note(store, NoteDraft(text=SECRET, persona="fatima", step="ervaren"))
        yield store


def library() -> Library:
    return shelf()


def wish() -> Wish:
    return Wish(made_on="2026-11-14")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let what is made in the open be made where it can be searched."""
    place = tmp_path / "tijdelijk"
    place.mkdir()
    monkeypatch.setattr(sealing, "_in_memory", lambda: str(place))
    return place


def test_only_the_sealed_file_is_left_and_it_is_remembered(
    dialogue: SessionStore, tmp_path: Path, temporary: Path
) -> None:
    out = tmp_path / "uit.json"
    place = out.with_name("uit.json.age")
    assert prepared_sealed(dialogue, out, wish(), library(), SEAL)() == [place]
    assert list(temporary.iterdir()) == []
    assert not out.exists()
    assert SECRET in unseal(place.read_bytes(), identity=ME.secret).decode()
    assert place in [one.path for one in handed_out.known(dialogue.identity)]


def test_what_lay_in_the_open_is_overwritten(
    dialogue: SessionStore, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    real = Path.unlink

    def looking(path: Path, missing_ok: bool = False) -> None:
        if path.is_relative_to(temporary) and path.name == "uit.md":
            seen.append(set(path.read_bytes()) == {0})
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", looking)
    prepared_sealed(dialogue, tmp_path / "uit.md", wish(), library(), SEAL)()
    assert seen == [True]


@pytest.mark.parametrize("name", ["uit.onbekend", "zorg.dialoog"])
def test_what_is_refused_leaves_nothing(
    dialogue: SessionStore, tmp_path: Path, temporary: Path, name: str
) -> None:
    with pytest.raises(UserError):
        prepared_sealed(dialogue, tmp_path / name, wish(), library(), SEAL)
    assert list(temporary.iterdir()) == []


def test_what_is_no_key_is_refused_before_anything_is_made(
    dialogue: SessionStore, tmp_path: Path, temporary: Path
) -> None:
    with pytest.raises(UserError) as refused:
        prepared_sealed(dialogue, tmp_path / "uit.json", wish(), library(), Seal(recipient="age1niets"))
    assert refused.value.code == "sealed.bad_recipient"
    assert list(temporary.iterdir()) == []


def test_the_name_of_what_is_inside() -> None:
    assert plain_name(Path("a/uit.docx.age")) == Path("a/uit.docx")
    assert plain_name(Path("a/uit.docx")) == Path("a/uit.docx")


@pytest.mark.parametrize(
    ("asked", "ending", "named"),
    [
        ("a/uit.docx.age", ".docx", "a/uit.docx.age"),
        ("a/uit.age", ".docx", "a/uit.docx.age"),
        ("a/versie 2.1", ".json", "a/versie 2.1.json.age"),
        ("a/uit.age", "", "a/uit.age"),
    ],
)
def test_the_name_of_a_sealed_file_says_what_is_inside(asked: str, ending: str, named: str) -> None:
    assert sealed_name(Path(asked), ending) == Path(named)


def test_a_seal_that_anybody_could_guess_is_refused() -> None:
    assert check_seal(SEAL) == SEAL
    for one, code in ((Seal(passphrase="kort"), "key.weak"), (Seal("age1niets"), "sealed.bad_recipient")):
        with pytest.raises(UserError) as refused:
            check_seal(one)
        assert refused.value.code == code


def test_json_is_made_at_once_and_sealed_on_any_thread(
    dialogue: SessionStore, tmp_path: Path, temporary: Path
) -> None:
    work = prepared_sealed(dialogue, tmp_path / "uit.json", wish(), library(), SEAL)
    done: list[Path] = []
    thread = threading.Thread(target=lambda: done.extend(work()))
    thread.start()
    thread.join()
    assert SECRET in unseal(done[0].read_bytes(), identity=ME.secret).decode()
    assert list(temporary.iterdir()) == []


def test_what_is_opened_lies_there_for_a_moment_only(tmp_path: Path, temporary: Path) -> None:
    path = tmp_path / "uit.dialoog.age"
    path.write_bytes(sealed_lightly(b"SQLite format 3", WORDS))
    data = read_for_passphrase(path)
    with pytest.raises(UserError, match=r"sealed\.not_opened"):
        unsealed(data, "iets anders")
    with for_a_moment(unsealed(data, f" {WORDS}"), "uit.dialoog") as place:
        assert place.read_bytes() == b"SQLite format 3"
        assert place.is_relative_to(temporary)
        assert place.parent.stat().st_mode & 0o077 == 0
    assert list(temporary.iterdir()) == []
    path.write_bytes(seal(b"x", recipient=ME.public))
    with pytest.raises(UserError, match=r"sealed\.for_key"):
        read_for_passphrase(path)
