"""``facilitator check --publication`` as a person or a script runs it."""

from __future__ import annotations

import json
from pathlib import Path

from facilitator.services.dialogue import method_of
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.publication import check, decide
from facilitator.store.session import SessionStore
from tests.cli.program import dialogue, run


def test_what_is_open_is_listed_and_told_by_the_exit_code(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    done = run("check", file, "--publication")
    assert (done.code, len(done.lines)) == (0, 1)
    with SessionStore.open(file, source="laptop-1") as store:
        id = add_note(store, NoteDraft("Bel mij\nop 06-12345678"))
    found = run("check", file, "--publication")
    assert found.code == 1
    assert len(found.lines) == 1
    assert id in found.lines[0]
    assert "06-12345678" in found.lines[0]
    told = json.loads(run("check", file, "--publication", "--json").out)
    assert not told["ok"]
    assert [(row["code"], row["target"]) for row in told["findings"]] == [("personal.phone", id)]
    with SessionStore.open(file, source="laptop-1") as store:
        decide(store, check(store.state, method_of(store))[0], "keep")
    assert run("check", file, "--publication").code == 0
    assert json.loads(run("check", file, "--publication", "--json").out) == {"ok": True, "findings": []}
