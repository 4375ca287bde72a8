from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from facilitator.exchange.sealed import unseal
from facilitator.services import locking
from facilitator.store.session import SessionStore
from tests.cli.program import PROGRAM, call, environment, run
from tests.helpers.age import Holder
from tests.helpers.window import make_file

SECRET = "notitie 1"
WORDS = "paard batterij nietje correct"
ME = Holder()
PUBLIC = ME.public


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make_file(tmp_path, notes=3)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "wachtwoord.txt"
    path.write_text(WORDS + "\n", encoding="utf-8")
    return path


@pytest.fixture
def locked(file: Path) -> Path:
    file.write_bytes(_locked())
    return file


@cache
def _locked() -> bytes:
    """Lock a dialogue once for all tests: to make a key of a passphrase is slow on purpose."""
    with TemporaryDirectory() as name:
        made = make_file(Path(name), notes=3)
        locking.encrypt(made, locking.new_key(WORDS))
        return made.read_bytes()


def test_a_dialogue_is_locked_when_two_groups_are_typed_back(file: Path, words: Path) -> None:
    command = [*PROGRAM, "key", "encrypt", str(file), "--new-passphrase-file", str(words)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stderr
        code = program.stdout.readline().rsplit(" ", 1)[1].strip().split("-")
        for _ in range(2):
            asked = program.stderr.readline()
            number = int(re.findall(r"\d+", asked)[0])
            program.stdin.write(code[number - 1].lower() + "\n")
            program.stdin.flush()
        assert program.wait(timeout=60) == 0, program.stderr.read()
    assert locking.is_locked(file)
    with SessionStore.open(file, source="x", key=locking.key_from("-".join(code), file)) as store:
        assert len(store.state.notes) == 3


def test_without_a_way_back_nothing_is_locked(file: Path, words: Path) -> None:
    before = file.read_bytes()
    answer = call("key", "encrypt", file, "--new-passphrase-file", words, stdin=b"fout\n")
    assert answer.code == 1
    assert "herstelweg" in answer.err
    assert file.read_bytes() == before


def test_the_organisation_can_get_the_way_back(file: Path, words: Path, tmp_path: Path) -> None:
    answer = call("key", "encrypt", file, "--new-passphrase-file", words, "--for", PUBLIC)
    assert answer.code == 0, answer.err
    sealed = file.with_name("zorg.sleutel.age")
    identity = tmp_path / "geheim.txt"
    identity.write_text(ME.secret, encoding="utf-8")
    opened = call("open-sealed", sealed, "--identity", identity, "-o", tmp_path / "code.txt")
    assert opened.code == 0, opened.err
    code = (tmp_path / "code.txt").read_text("utf-8")
    assert locking.is_code(code, locking.key_from(WORDS, file))


@pytest.mark.parametrize("given", ["file", "-"])
def test_every_command_takes_the_passphrase_from_a_file_or_standard_input(
    locked: Path, words: Path, given: str
) -> None:
    source, stdin = (words, b"") if given == "file" else ("-", WORDS.encode() + b"\n")
    assert call("notes", locked, "--passphrase-file", source, stdin=stdin).lines[0].endswith("notitie 0")
    assert call("check", locked, "--passphrase-file", source, stdin=stdin).code in (0, 1)


def test_behind_the_passphrase_on_standard_input_the_notes_follow(locked: Path) -> None:
    stdin = f"{WORDS}\nnieuwe noot\n".encode()
    done = call(
        "capture", locked, "--persona", "fatima", "--step", "ervaren", "--passphrase-file", "-", stdin=stdin
    )
    assert done.code == 0, done.err
    with SessionStore.open(locked, source="x", key=locking.key_from(WORDS, locked)) as store:
        assert [note.text for note in store.state.notes][3:] == ["nieuwe noot"]


def test_where_nobody_can_be_asked_that_is_said(locked: Path) -> None:
    assert "--passphrase-file" in call("notes", locked).refused()


def test_a_wrong_passphrase_is_refused(locked: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "fout.txt"
    wrong.write_text("iets anders dan dit", encoding="utf-8")
    assert "beschadigd" in call("notes", locked, "--passphrase-file", wrong).refused()
    assert call("notes", locked, "--passphrase-file", tmp_path / "niets").refused()
    wrong.write_text("\n", encoding="utf-8")
    assert call("notes", locked, "--passphrase-file", wrong).refused()


def test_a_lost_passphrase_is_replaced_by_way_of_the_code(locked: Path, tmp_path: Path) -> None:
    code, new = tmp_path / "code.txt", tmp_path / "nieuw.txt"
    code.write_text(locking.key_from(WORDS, locked).code, encoding="utf-8")
    new.write_text("een heel nieuw wachtwoord", encoding="utf-8")
    done = call(
        "key", "recover", locked, "--passphrase-file", code, "--new-passphrase-file", new, "--for", PUBLIC
    )
    assert done.code == 0, done.err
    assert call("notes", locked, "--passphrase-file", new).code == 0
    assert call("notes", locked, "--passphrase-file", code).code == 1


def test_the_lock_comes_off_and_status_tells(locked: Path, words: Path) -> None:
    assert call("key", "status", locked).lines == [f"Op slot: {locked}"]
    assert call("key", "decrypt", locked, "--passphrase-file", words).code == 0
    assert call("key", "status", locked).lines == [f"Niet op slot: {locked}"]
    assert "niet versleuteld" in call("key", "change", locked, "--passphrase-file", words).refused()


def test_the_sheet_and_the_code_are_given_again(locked: Path, words: Path, tmp_path: Path) -> None:
    out = tmp_path / "blad.pdf"
    assert call("key", "sheet", locked, "--passphrase-file", words, "-o", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert call("key", "sheet", locked, "--passphrase-file", words).lines == [
        locking.key_from(WORDS, locked).code
    ]


def test_without_a_key_store_this_computer_keeps_no_key(file: Path) -> None:
    assert "wachtwoord" in run("key", "encrypt", file, "--laptop", "--for", PUBLIC).refused()
    assert not locking.is_locked(file)


@pytest.mark.parametrize(
    "name",
    [
        "uit.json",
        pytest.param("uit.md", marks=pytest.mark.soak),
        pytest.param("uit.docx.age", marks=pytest.mark.soak),
    ],
)
def test_an_export_leaves_sealed_and_opens_again(
    locked: Path, words: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    seal = ("--seal-with", words, "--passphrase-file", words, "--anyway")
    assert call("export", locked, "-o", out, *seal).code == 0
    sealed = out if out.suffix == ".age" else out.with_name(f"{name}.age")
    assert sealed.read_bytes().startswith(b"age-encryption.org/v1")
    assert out == sealed or not out.exists()
    opened = call("open-sealed", sealed, "--passphrase-file", words)
    assert opened.code == 0, opened.err
    plain = sealed.with_suffix("")
    assert plain.read_bytes()
    if name == "uit.json":
        assert SECRET in plain.read_text("utf-8")
    assert call("open-sealed", sealed, "--passphrase-file", words).code == 1


def test_tables_leave_sealed_one_by_one(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "tabellen"
    done = call("export", file, "-o", out, "--format", "csv", "--for", PUBLIC, "--anyway")
    assert done.code == 0, done.err
    found = sorted(tmp_path.glob("tabellen-*.csv.age"))
    assert len(found) > 3
    assert not out.exists()
    assert SECRET.encode() in unseal((tmp_path / "tabellen-notes.csv.age").read_bytes(), identity=ME.secret)


def test_no_passphrase_is_taken_from_an_argument(locked: Path) -> None:
    assert call("notes", locked, "--passphrase", WORDS).code == 2


if sys.platform == "win32":
    pytestmark = pytest.mark.skip(reason="lines are read as a terminal on a desk gives them")
