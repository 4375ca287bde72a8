"""Write the talking pictures that are to be walked through into a folder, and print their paths."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator import paths
from facilitator.domain.state import State
from facilitator.report.plate_page import render_plate
from tests.report.builders import example, report_of
from tests.report.plates import answered, hostile_state


def main(folder: Path) -> None:
    """Write them all, and a broken copy that must be caught."""
    wanted = {
        "example-nl": example("nl"),
        "example-en": example("en"),
        "answered": report_of(answered()),
        "hostile": report_of(hostile_state()),
        "empty": report_of(State()),
    }
    for name, data in wanted.items():
        out = folder / f"{name}.html"
        render_plate(data, out, paths.resources())
        print(out)
    page = (folder / "example-nl.html").read_text(encoding="utf-8")
    broken = page.replace('<label for="wie-1">', '<label for="weg">', 1)
    # Without its policy, and with a picture from elsewhere: the watch at the door must see that.
    broken = broken.replace("Content-Security-Policy", "no-policy", 1)
    broken = broken.replace("<main>", '<main><img src="http://127.0.0.1:9/x.png">', 1)
    (folder / "control-broken.html").write_text(broken, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
