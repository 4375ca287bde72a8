"""Facilitator: run a resident dialogue in steps, offline, from first note to advice report."""

__version__ = "0.1.0"
