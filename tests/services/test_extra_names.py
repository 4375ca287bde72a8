"""The second finder of names: by a small script that speaks as the worker does, and the real one."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.services import extra_names, personal_data
from facilitator.services.extra_names import NameFinder, Names, merged, shifted
from facilitator.services.publication import PublicationCheck, decide, is_open, printed_texts, replace
from facilitator.store.session import SessionStore
from tests.report.builders import method, small_state

FAKE = """
import json, pickle, re, sys, time
order = pickle.load(sys.stdin.buffer)
def say(**told):
    print(json.dumps(told), flush=True)
say(done=0, total=len(order.texts))
{before}
names = [[[m.start(), m.end()] for m in re.finditer("Zsófia|Wietske", text)] for text in order.texts]
say(done=len(names), total=len(names))
say(names={answer})
"""


def worker(folder: Path, before: str = "", answer: str = "names") -> list[str]:
    script = folder / "worker.py"
    script.write_text(FAKE.format(before=before, answer=answer), encoding="utf-8")
    return [sys.executable, str(script)]


def nothing(_done: int, _total: int) -> None:
    pass


def test_each_text_is_read_once_and_how_far_it_is_is_told(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    texts = ["Toen kwam Zsófia", "Niemand", "Toen kwam Zsófia"]
    names = NameFinder(worker(tmp_path)).find(texts, lambda done, total: heard.append((done, total)))
    assert names == {"Toen kwam Zsófia": ((10, 16),), "Niemand": ()}
    assert heard == [(0, 2), (2, 2)]


def test_what_it_builds_is_kept_in_our_own_folder_for_us_alone(tmp_path: Path) -> None:
    note = 'open(order.cache / "gebouwd", "w").close()'
    NameFinder(worker(tmp_path, note)).find(["Zsófia"], nothing)
    folder = paths.kept() / extra_names.FOLDER
    assert (folder / "gebouwd").exists()
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o077 == 0


def test_cancelling_stops_it_while_it_is_still_beginning(tmp_path: Path) -> None:
    finder = NameFinder(worker(tmp_path, "time.sleep(60)"))
    refused: list[UserError] = []
    begun = threading.Event()

    def work() -> None:
        try:
            finder.find(["Zsófia"], lambda _done, _total: begun.set())
        except UserError as error:
            refused.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(20)
    start = time.monotonic()
    finder.cancel()
    thread.join(10)
    assert time.monotonic() - start < 5
    assert [error.code for error in refused] == ["names.cancelled"]


@pytest.mark.parametrize(
    ("before", "answer"),
    [("sys.exit(3)", "names"), ("raise SystemExit('weg')", "names"), ("", "[]"), ("", "'x'")],
)
def test_a_worker_that_fails_says_so(tmp_path: Path, before: str, answer: str) -> None:
    with pytest.raises(UserError) as refused:
        NameFinder(worker(tmp_path, before, answer)).find(["Zsófia"], nothing)
    assert refused.value.code == "names.failed"


def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(UserError) as refused:
        NameFinder(["/geen/programma"]).find(["Zsófia"], nothing)
    assert refused.value.code == "names.failed"


def test_nothing_to_read_starts_nothing() -> None:
    assert NameFinder(["/geen/programma"]).find([], nothing) == {}


def test_the_worker_without_the_library_says_so_in_its_own_words(tmp_path: Path) -> None:
    if extra_names.is_installed():
        pytest.skip("it is installed here")
    with pytest.raises(UserError) as refused:
        NameFinder().find(["Zsófia"], nothing)
    assert refused.value.code == "names.failed"
    assert extra_names.LIBRARY in str(refused.value.details["detail"])


def found(text: str, names: Names, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    spans = merged(personal_data.find(text, known=known), text, names, "nl", known)
    return [(span.kind, text[span.start : span.end]) for span in spans]


def test_its_names_join_ours() -> None:
    text = "Dokter Jansen belde Zsófia op 06-12345678."
    assert found(text, {}) == [("name", "Jansen"), ("phone", "06-12345678")]
    names: Names = {text: ((7, 13), (20, 26))}
    assert found(text, names) == [("name", "Jansen"), ("name", "Zsófia"), ("phone", "06-12345678")]


def test_a_longer_name_takes_the_place_of_a_shorter_one_without_its_title() -> None:
    text = "Ik sprak mevrouw Oosterhuis-Tan gisteren."
    assert found(text, {text: ((9, 31),)}) == [("name", "Oosterhuis-Tan")]


def test_a_find_of_another_kind_stays_and_names_that_may_stand_are_none() -> None:
    text = "Mail wietske@voorbeeld.nl over Fatima."
    names: Names = {text: ((5, 12), (31, 37))}
    assert found(text, names, ("Fatima",)) == [("email", "wietske@voorbeeld.nl")]


def test_after_a_replacement_the_other_names_are_known_where_they_are_now() -> None:
    before, after = "Wietske en Zsófia", "[naam] en Zsófia"
    names: Names = {before: ((0, 7), (11, 17))}
    shifted(names, before, after, 0, 7)
    assert [after[start:end] for start, end in names[after]] == ["Zsófia"]


def test_the_check_takes_its_names_in_and_decisions_about_them_are_kept(tmp_path: Path) -> None:
    text = "Zsófia belde Zsófia, en toen 06-12345678."
    with SessionStore.create(tmp_path / "a.dialoog", source="t") as store:
        with store.edit("test") as edit:
            edit.create(e.Dialogue(title="t"))
            edit.create(e.Note(id="n", text=text))
        check = PublicationCheck()
        assert [row.kind for row in check.find(store.state, method())] == ["personal.phone"]
        check.add_names(NameFinder(worker(tmp_path)).find(printed_texts(store.state), nothing))
        first, second, phone = check.find(store.state, method())
        assert (first.kind, second.suggestion, phone.kind) == ("personal.name", "[naam]", "personal.phone")
        decide(store, second, "keep", "Zij schreef het zelf")
        replace(store, phone, phone.suggestion, check.names)
        left = check.find(store.state, method())
        assert [is_open(store.state, row) for row in left] == [True, False]


def test_what_is_not_printed_is_not_read() -> None:
    secret = e.Note(id="n9", text="Zsófia zei nee", consent="none")
    assert "Zsófia zei nee" not in printed_texts(small_state(secret))
    assert "Eerste notitie" in printed_texts(small_state(secret))


@pytest.mark.skipif(not extra_names.is_installed(), reason="the extra 'names' is not installed")
def test_the_real_library_finds_a_name_ours_misses(tmp_path: Path) -> None:
    text = "Toen Wietske van de overkant viel, duurde het een uur voor er hulp kwam."
    names = NameFinder().find([text], nothing)
    assert [text[start:end] for start, end in names[text]] == ["Wietske"]
