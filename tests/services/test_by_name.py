from __future__ import annotations

import subprocess
import sys

import pytest

from facilitator.services.by_name import loaded


def test_what_is_named_is_loaded_when_it_is_asked_for() -> None:
    code = "import sys; from facilitator.services.by_name import loaded; before = 'colorsys' in sys.modules; "
    code += "print(before, loaded('colorsys:rgb_to_hsv')(0, 0, 0), 'colorsys' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False (0.0, 0.0, 0) True\n"


def test_what_is_not_there_is_no_silence() -> None:
    with pytest.raises(ImportError):
        loaded("facilitator.services.nergens:iets")
    with pytest.raises(AttributeError):
        loaded("facilitator.services.by_name:iets")
