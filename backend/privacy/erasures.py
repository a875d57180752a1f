"""What an erasure takes and leaves, before it and in its certificate: counts, never the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

import orjson

from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.retention import KeptDocuments
from backend.core.folding import fold

LEAST_DELAY_HOURS = 1
USUAL_DELAY_HOURS = 24
MOST_DELAY_HOURS = 48
_LONGEST_NAME = 1_000


@dataclass(frozen=True, slots=True)
class ErasedSection:
    """How many things of a section of the personal data go."""

    section: str
    count: int


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """What would go, end and stay now. ``words`` is what is to be typed to confirm it."""

    words: str
    contact_count: int
    erased: Sequence[ErasedSection]
    kept: Sequence[KeptDocuments]
    draft_count: int
    recurring_count: int
    link_count: int
    unpaid_count: int
    has_copy: bool
    begins_at: datetime


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an erasure did, kept when nothing tells any more whose it was.

    Who confirmed it and when is known from the start; ``rewritten_count`` is how many texts of
    others named the person; ``overwritten_at`` is when nothing was left
    in the files of the database either. Of the documents that were kept, ``purged_count`` are
    purged since, the last one at ``purged_at``; ``purge_waits`` until the files of the database are
    written anew after that.
    """

    confirmed_by: str
    confirmed_at: datetime
    erased_at: datetime | None = None
    contact_count: int = 0
    erased: Sequence[ErasedSection] = ()
    kept: Sequence[KeptDocuments] = ()
    rewritten_count: int = 0
    overwritten_at: datetime | None = None
    purged_count: int = 0
    purged_at: datetime | None = None
    purge_waits: bool = False

    def stored(self) -> str:
        """Return it as JSON."""
        return orjson.dumps(asdict(self)).decode()

    @staticmethod
    def restore(text: str) -> Certificate:
        """Return what :meth:`stored` wrote."""
        values = orjson.loads(text)
        return Certificate(
            confirmed_by=values["confirmed_by"],
            confirmed_at=datetime.fromisoformat(values["confirmed_at"]),
            erased_at=_instant(values["erased_at"]),
            contact_count=values["contact_count"],
            erased=tuple(ErasedSection(**each) for each in values["erased"]),
            kept=tuple(
                KeptDocuments(
                    DocumentKind(each["kind"]),
                    each["count"],
                    date.fromisoformat(each["until"]),
                    each["source"],
                )
                for each in values["kept"]
            ),
            rewritten_count=values.get("rewritten_count", 0),
            overwritten_at=_instant(values["overwritten_at"]),
            purged_count=values.get("purged_count", 0),
            purged_at=_instant(values.get("purged_at")),
            purge_waits=values.get("purge_waits", False),
        )


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def is_confirmed(typed: str, words: Sequence[str]) -> bool:
    """Whether somebody typed one of the words to be typed, whatever its case and accents."""
    said = fold(typed[:_LONGEST_NAME])
    return bool(said) and said in {fold(each) for each in words}
