"""Pairs and merges as reads return them: light objects, one per row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.contacts.rows import ContactRow
from backend.core.clock import from_micros
from backend.core.ids import GlobalId, encode_id
from backend.duplicates.rules import PairReason, Reason

PAIR_COLUMNS = (
    "duplicate_pair.id, duplicate_pair.score, duplicate_pair.reasons, duplicate_pair.dismissed, "
    "duplicate_pair.place, duplicate_pair.first_contact_id, duplicate_pair.second_contact_id"
)
MERGE_COLUMNS = (
    "id, kept_contact_id, other_contact_id, kept_before, kept_after, photo_key, created_at, "
    "created_by"
)


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair, its fields in the order of :data:`PAIR_COLUMNS`."""

    pk: int
    score: int
    reason_bits: int
    dismissed_bits: int
    place: int
    first_key: int
    second_key: int

    @property
    def reasons(self) -> list[PairReason]:
        """Why the two may be one, the surest first."""
        return [PairReason[reason.name] for reason in Reason(self.reason_bits) if reason.name]

    @property
    def is_dismissed(self) -> bool:
        """Whether somebody said that these are two people."""
        return self.place == 0 and self.dismissed_bits != 0


@dataclass(frozen=True, slots=True)
class PairedRow:
    """A pair with its two contacts."""

    pair: PairRow
    first: ContactRow
    second: ContactRow

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("DuplicatePair", self.pair.pk)

    @property
    def score(self) -> int:
        """How likely the two are one, in percent."""
        return self.pair.score

    @property
    def reasons(self) -> list[PairReason]:
        """Why the two may be one, the surest first."""
        return self.pair.reasons

    @property
    def is_dismissed(self) -> bool:
        """Whether somebody said that these are two people."""
        return self.pair.is_dismissed


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge, its fields in the order of :data:`MERGE_COLUMNS`."""

    pk: int
    kept_key: int
    other_key: int
    kept_before: str | None
    kept_after: str | None
    photo_key: str | None
    created_micros: int
    created_by: str

    id = GlobalId("ContactMerge", "pk")
    """The global id."""

    @property
    def created_at(self) -> datetime:
        """When it was done."""
        return from_micros(self.created_micros)
