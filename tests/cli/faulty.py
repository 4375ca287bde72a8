"""The program with something put in: a fault by name, or the key of the file as 96 hexadecimal digits.

python faulty.py early|pieces|<key and salt> ARGUMENTS …
"""

from __future__ import annotations

import sys

from facilitator.cli import secrets
from facilitator.cli.main import main
from facilitator.store.keys import Key
from tests.helpers.faults import FAULTS

given = sys.argv.pop(1)
if given in FAULTS:
    FAULTS[given]()
else:
    raw = bytes.fromhex(given)
    secrets.key_for = lambda _path, _desk, **_: Key(raw[:32], raw[32:])
sys.exit(main())
