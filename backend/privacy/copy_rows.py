"""Links and downloads of copies as reads return them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.core.clock import from_micros

LINK_COLUMNS = "id, account_id, request_id, sealed_token, created_at, created_by"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link that works, in the order of :data:`LINK_COLUMNS`."""

    pk: int
    account_id: int
    request_id: int
    sealed_token: str
    created_micros: int
    created_by: str


@dataclass(frozen=True, slots=True)
class DownloadRow:
    """A copy was fetched, by whom and when."""

    request_id: int
    by_link: bool
    downloaded_by: str
    at_micros: int

    @property
    def at(self) -> datetime:
        """When."""
        return from_micros(self.at_micros)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter with the link of a copy."""

    request_id: int
    at_micros: int
    sent_by: str

    @property
    def at(self) -> datetime:
        """When it was written."""
        return from_micros(self.at_micros)
