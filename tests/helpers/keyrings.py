"""A keyring in memory: the edge to the system's own, of which tests must not touch a key."""

from __future__ import annotations

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError, PasswordSetError


class MemoryKeyring(KeyringBackend):
    """Keeps passwords as long as the test lasts; ``refuses`` lets it say no as a system does."""

    priority = 1  # pyright: ignore[reportAssignmentType, reportIncompatibleMethodOverride]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.refuses = False

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.refuses:
            raise PasswordSetError("refused")
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if self.refuses or (service, username) not in self.kept:
            raise PasswordDeleteError("refused")
        del self.kept[service, username]
