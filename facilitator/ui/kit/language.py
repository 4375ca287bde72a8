"""The language of the window: Qt's translators, and dates and numbers as that language writes them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLibraryInfo, QLocale, QObject, QTranslator

from facilitator import paths


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, RUF100 - lupdate reads both
    """Return ``text``, marked for translation; as Qt's own, but with a type."""
    return text


class _Texts(QTranslator):
    """The texts of one file, read from memory.

    Qt would map the file, and a file that is replaced while it is mapped ends the program.
    """

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        # Qt does not copy what it loads from memory, so it is held as long as this.
        self._held = file.read_bytes() if file.is_file() else b""

    def read(self) -> bool:
        """Load the texts; False when there are none."""
        return bool(self._held) and self.load(self._held)


class Translators(QObject):
    """Installs the texts of one language at a time on the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []

    def switch(self, language: str) -> None:
        """Let every text made from now on be in ``language``."""
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
            old.deleteLater()
        self._installed = []
        own = paths.resources() / "i18n" / f"facilitator_{language}.qm"
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
        for file in (qt, own):
            translator = _Texts(file, self)
            if translator.read():
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
        QLocale.setDefault(locale(language))


def locale(language: str) -> QLocale:
    """Return how ``language`` writes dates and numbers."""
    country = QLocale.Country.Netherlands if language == "nl" else QLocale.Country.UnitedKingdom
    return QLocale(QLocale.Language.Dutch if language == "nl" else QLocale.Language.English, country)


def day_text(iso: str, language: str, today: date | None = None) -> str:
    """Return an ISO date in words ("14 november", with the year when it is not this year)."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    shown = "d MMMM" if today is not None and today.year == day.year else "d MMMM yyyy"
    return locale(language).toString(QDate(day.year, day.month, day.day), shown)


def moment_text(at_ms: int, language: str, now: datetime) -> str:
    """Return a moment, in milliseconds since 1970, in words ("zaterdag 14 november 12:40")."""
    year = datetime.fromtimestamp(at_ms / 1000).year
    shown = "dddd d MMMM HH:mm" if year == now.year else "d MMMM yyyy HH:mm"
    return locale(language).toString(QDateTime.fromMSecsSinceEpoch(at_ms), shown)


def number_text(number: int, language: str) -> str:
    """Return a number with the language's group separators."""
    return locale(language).toString(number)
