"""The log file: what went wrong and where, never what anybody said."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE = "facilitator.log"
FILE_BYTES = 512 * 1024
FILES = 3
MESSAGE_LIMIT = 1_000

_NAME = "facilitator"


class DiscreetFormatter(logging.Formatter):
    """Formats records on one line, and exceptions by type and place only.

    The text of an exception may quote a note, so it is left out; a code of ours and the number of a
    system error are kept.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text, shortened."""
        text = super().format(record)
        head, _, trace = text.partition("\n") if record.exc_info else (text.replace("\n", " "), "", "")
        head = head[:MESSAGE_LIMIT]
        return f"{head}\n{trace}" if trace else head

    def formatException(  # noqa: N802 (a name of the standard library)
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Return types, codes and source places of the exception and its causes."""
        lines: list[str] = []
        error = ei[1]
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}{_harmless(error)}")
            lines.extend(
                f"  {frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            )
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)


def _harmless(error: BaseException) -> str:
    code = getattr(error, "code", None)
    if isinstance(code, str):
        return f" {code}"
    return f" errno {error.errno}" if isinstance(error, OSError) else ""


def start(folder: Path, level: int = logging.INFO) -> Path | None:
    """Log into ``folder`` from now on and return the file; None when it cannot be written.

    A second call replaces the first.
    """
    stop()
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8")
    except OSError:
        # A computer that keeps no log can still hold a dialogue.
        return None
    handler.setFormatter(DiscreetFormatter())
    logger = logging.getLogger(_NAME)
    logger.setLevel(level)
    logger.propagate = False
    logger.addHandler(handler)
    return path


def keep_quiet() -> None:
    """Let nothing be printed where there is no log file: what people should know is told in words."""
    logging.getLogger(_NAME).addHandler(logging.NullHandler())


def stop() -> None:
    """Close the log file."""
    logger = logging.getLogger(_NAME)
    for handler in list(logger.handlers):
        if isinstance(handler, RotatingFileHandler):
            logger.removeHandler(handler)
            handler.close()
    logger.propagate = True
