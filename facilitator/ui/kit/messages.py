"""The one table from codes to words, with a name for each of its tables."""

from __future__ import annotations

from pathlib import Path

from facilitator.content import words
from facilitator.domain.errors import UserError


class Words(words.Words):
    """The words for codes in one language, from ``resources/i18n/messages_<language>.toml``."""

    def edit(self, label: str) -> str:
        """Return what an edit did, as undo names it ("notitie verplaatsen"); nothing when it has no words."""
        return self.text("edits", label, fallback="")

    def kind(self, code: str) -> str:
        """Return the name of a kind of note."""
        return self.text("kinds", code)

    def kind_letter(self, code: str) -> str:
        """Return the letter of a kind of note."""
        return self.text("kind_letters", code)

    def basis(self, code: str) -> str:
        """Return how a speaker knows."""
        return self.text("bases", code)

    def channel(self, code: str) -> str:
        """Return the name of a channel."""
        return self.text("channels", code)

    def speaker_group(self, code: str) -> str:
        """Return the name of a group of speakers."""
        return self.text("speaker_groups", code)

    def consent(self, code: str) -> str:
        """Return what may be done with a quote."""
        return self.text("consents", code)

    def source(self, code: str) -> str:
        """Return how a note came in."""
        return self.text("sources", code)

    def brief(self, error: UserError) -> str:
        """Return the words for an error, with the name of a file where its whole place would stand."""
        details = dict(error.details)
        if details.get("path"):
            details["path"] = Path(str(details["path"])).name
        return self.error(UserError(error.code, **details))
