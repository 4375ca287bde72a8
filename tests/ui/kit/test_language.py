from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from facilitator.ui.kit.language import (
    QT_TRANSLATE_NOOP,
    Translators,
    day_text,
    locale,
    moment_text,
    number_text,
)


def test_texts_follow_the_language_back_and_forth(qapp: QApplication) -> None:
    for old in qapp.findChildren(Translators):
        old.switch("en")
    translators = Translators()
    seen = []
    for language in ("nl", "en", "nl"):
        translators.switch(language)
        seen.append(QCoreApplication.translate("Actions", "Undo"))
    translators.switch("en")
    assert seen == ["Ongedaan maken", "Undo", "Ongedaan maken"]


def test_texts_stay_when_their_file_is_replaced(
    qapp: QApplication, tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "methods").mkdir()
    (tmp_path / "i18n").mkdir()
    kept = tmp_path / "i18n" / "facilitator_nl.qm"
    shutil.copy(root / "resources" / "i18n" / kept.name, kept)
    monkeypatch.setenv("FACILITATOR_RESOURCES", str(tmp_path))
    translators = Translators()
    translators.switch("nl")
    with kept.open("r+b") as file:
        file.truncate(0)
    assert QCoreApplication.translate("Actions", "Undo") == "Ongedaan maken"
    translators.switch("en")


def test_qt_s_own_words_are_dutch_too(qapp: QApplication) -> None:
    translators = Translators()
    translators.switch("nl")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    translators.switch("en")


@pytest.mark.parametrize(
    ("iso", "language", "text"),
    [
        ("2026-11-14", "nl", "14 november"),
        ("2025-03-01", "nl", "1 maart 2025"),
        ("2025-03-01", "en", "1 March 2025"),
        ("volgend jaar", "nl", "volgend jaar"),
        ("", "en", ""),
    ],
)
def test_days_are_written_in_words(iso: str, language: str, text: str) -> None:
    assert day_text(iso, language, date(2026, 11, 20)) == text


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert number_text(1284, "nl") == "1.284"
    assert number_text(1284, "en") == "1,284"
    assert locale("nl").name() == "nl_NL"


def test_a_marked_text_is_itself() -> None:
    assert QT_TRANSLATE_NOOP("Actions", "Undo") == "Undo"


def test_a_moment_is_written_as_the_language_does() -> None:
    now = datetime(2026, 11, 14, 12, 40)
    at_ms = int(datetime(2026, 11, 13, 9, 5).timestamp() * 1000)
    assert moment_text(at_ms, "nl", now) == "vrijdag 13 november 09:05"
    assert moment_text(at_ms, "en", now) == "Friday 13 November 09:05"
    assert moment_text(at_ms, "nl", now.replace(year=2027)) == "13 november 2026 09:05"
