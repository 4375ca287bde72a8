"""The form of a persona gives back what was typed and refuses drawings that are none."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.domain.entities import Persona
from facilitator.ui.dialogs.persona_dialog import PersonaDialog
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context


def test_a_new_persona_needs_a_name(qtbot: QtBot) -> None:
    dialog = PersonaDialog(make_context(), None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._save.isEnabled()
    type_text(dialog.name, "Mevrouw <i>Ünal</i>")
    assert dialog._save.isEnabled()
    assert dialog.fields()["name"] == "Mevrouw <i>Ünal</i>"


def test_a_known_persona_is_shown_and_keeps_what_is_not_touched(qtbot: QtBot) -> None:
    persona = Persona(id="p", name="Bram", age="34", story="Een verhaal.", needs="Hulp.", portrait="")
    dialog = PersonaDialog(make_context(), persona)
    qtbot.addWidget(dialog)
    dialog.show()
    type_text(dialog.age, " jaar")
    fields = dialog.fields()
    assert (fields["story"], fields["needs"]) == ("Een verhaal.", "Hulp.")
    assert "jaar" in fields["age"]


def test_a_drawing_is_taken_and_a_dangerous_one_refused(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = PersonaDialog(make_context(), None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.take_drawing(paths.resources() / "personas" / "twente" / "bram.svg")
    good = dialog.fields()["portrait"]
    assert good.startswith("<svg")
    bad = tmp_path / "kwaad.svg"
    bad.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')
    dialog.take_drawing(bad)
    assert dialog.fault.isVisible()
    assert dialog.fields()["portrait"] == good
    dialog.take_drawing(tmp_path / "weg.svg")
    assert dialog.fault.isVisible()
    dialog.clear.click()
    assert dialog.fields()["portrait"] == ""
