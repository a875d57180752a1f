"""The account's chain of what was issued: each link names the one before by its hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import orjson

from backend.billing.rules.kinds import LedgerEvent

BEGINNING = "0" * 64
"""What the first link names."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain. ``digest`` is of what it is about: a document's content, or its PDF."""

    sequence: int
    event: LedgerEvent
    document_id: int
    number: str
    at_micros: int
    digest: str
    previous: str

    @property
    def hash(self) -> str:
        """What the next link names it by: SHA-256, in hexadecimal."""
        parts = [
            self.sequence,
            self.event.value,
            self.document_id,
            self.number,
            self.at_micros,
            self.digest,
            self.previous,
        ]
        return hashlib.sha256(orjson.dumps(parts)).hexdigest()


def digest_of(content: str, *columns: str | int | None) -> str:
    """Return the digest of a document: of what it says, and of its columns beside that."""
    return hashlib.sha256(orjson.dumps([content, *columns])).hexdigest()


def digest_of_bytes(content: bytes) -> str:
    """Return the digest of a file."""
    return hashlib.sha256(content).hexdigest()
