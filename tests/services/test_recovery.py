from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitator.domain.errors import UserError
from facilitator.exchange.sealed import unseal
from facilitator.services import recovery
from facilitator.services.locking import groups
from facilitator.store.keys import random_key
from facilitator.store.session import SessionStore
from tests.helpers.age import Holder
from tests.helpers.shelf import shelf
from tests.helpers.window import make_file


def test_the_sheet_of_a_dialogue_holds_its_code(tmp_path: Path) -> None:
    key, out, library = random_key(), tmp_path / "blad.pdf", shelf()
    with SessionStore.open(make_file(tmp_path), source="a") as store:
        recovery.write_sheet(store, key, out, library, language="nl", made_on="2026-11-14")
    text = PdfReader(out).pages[0].extract_text()
    assert all(group in text for group in groups(key))
    assert recovery.mark_of(key) in text


def test_the_sealed_code_is_for_the_organisation_alone(tmp_path: Path) -> None:
    key, holder = random_key(), Holder()
    out = recovery.sealed_place(tmp_path / "zorg.dialoog")
    assert out == tmp_path / "zorg.sleutel.age"
    recovery.seal_code(key, holder.public, out)
    assert key.code.encode() not in out.read_bytes()
    assert unseal(out.read_bytes(), identity=holder.secret).decode().strip() == key.code
    with pytest.raises(UserError) as refused:
        recovery.seal_code(key, "age1niets", out)
    assert refused.value.code == "sealed.bad_recipient"
