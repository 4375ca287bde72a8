"""What this program can be started as instead of a command: a worker for one order; see ``child``."""

from __future__ import annotations

RENDER = "--render-worker"
SUGGEST = "--suggest-worker"
NAMES = "--names-worker"
SEAL = "--seal-worker"

WORKERS = {
    RENDER: "facilitator.services.reporting:serve",
    SUGGEST: "facilitator.services.suggesting:serve",
    NAMES: "facilitator.services.extra_names:serve",
    SEAL: "facilitator.services.sealing_child:serve",
}
"""The one argument -> what is called with standard input and output, loaded only then."""
