"""The least a Qt window can be; prints the seconds from ``sys.argv[1]`` (since 1970) to its first frame."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel


class Label(QLabel):
    painted = False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return done


def main() -> None:
    app = QApplication([])
    label = Label("Facilitator")
    label.resize(1366, 768)
    label.show()
    while not label.painted:
        app.processEvents()
    app.processEvents()
    print(f"{time.time() - float(sys.argv[1]):.6f}", flush=True)


if __name__ == "__main__":
    main()
