from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator import __version__, paths
from facilitator.content.library import Library
from facilitator.ui.dialogs.about_dialog import AboutDialog
from facilitator.ui.kit.context import build_context
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.ui import make_context


def words(dialog: AboutDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_it_names_version_and_licence(qtbot: QtBot) -> None:
    dialog = AboutDialog(make_context(language="en"))
    qtbot.addWidget(dialog)
    assert __version__ in words(dialog)
    assert "European Union Public Licence" in words(dialog)


def test_an_own_folder_that_could_not_be_read_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "methods" / "eigen"
    broken.mkdir(parents=True)
    (broken / "method.toml").write_text("dit is geen toml = = =")
    context = build_context(Library(paths.resources(), tmp_path), make_context().settings)
    dialog = AboutDialog(context)
    qtbot.addWidget(dialog)
    assert "method.toml" in words(dialog)
