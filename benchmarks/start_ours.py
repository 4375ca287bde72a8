"""The program's own start, with the file in ``sys.argv[2]`` if there is one; prints like ``start_bare``."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from facilitator.ui.application import make_application, make_window
from facilitator.ui.pages.start_page import StartPage
from facilitator.ui.pages.step_page import StepPage


class Watch(QObject):
    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    app = make_application()
    window = make_window(app)
    watch = Watch()
    window.show()
    if len(sys.argv) > 2:
        window.open_any(Path(sys.argv[2]))
    page = window.page
    wanted = StepPage if len(sys.argv) > 2 else StartPage
    if not isinstance(page, wanted):
        sys.exit(f"{type(page).__name__} is shown instead of {wanted.__name__}")
    seen = page.area.view if isinstance(page, StepPage) else page
    seen.installEventFilter(watch)
    while not watch.painted:
        app.processEvents()
    app.processEvents()
    print(f"{time.time() - float(sys.argv[1]):.6f}", flush=True)
    window.close()


if __name__ == "__main__":
    main()
