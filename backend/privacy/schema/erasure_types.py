"""What an erasure takes and leaves."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from backend.billing.rules import retention
from backend.billing.rules.kinds import DocumentKind
from backend.core.graphql import row_type
from backend.privacy import erasures


@row_type(erasures.ErasedSection)
class ErasedSection:
    """How many things of one kind go."""

    section: str = strawberry.field(
        description="What they are, as in the copy of a person's data: `messages`, `notes`, …"
    )
    count: int = strawberry.field(description="How many.")


@row_type(retention.KeptDocuments)
class KeptDocuments:
    """Issued documents of one kind, which the law makes the account keep."""

    kind: DocumentKind = strawberry.field(description="What they are.")
    count: int = strawberry.field(description="How many.")
    until: date = strawberry.field(description="The last day on which the newest must be kept.")
    source: str = strawberry.field(
        description="The law, as it is cited in the seller's country; empty where it is not known."
    )


@row_type(erasures.ErasurePreview)
class ErasurePreview:
    """What an erasure would take, end and leave now."""

    words: str = strawberry.field(description="The name to type to confirm it.")
    contact_count: int = strawberry.field(description="How many contacts go.")
    erased: list[ErasedSection] = strawberry.field(description="What goes.")
    kept: list[KeptDocuments] = strawberry.field(
        description="What stays: issued documents name their buyer, and lose all else that leads "
        "to the person."
    )
    draft_count: int = strawberry.field(description="How many drafts of documents are deleted.")
    recurring_count: int = strawberry.field(description="How many recurring invoices end.")
    link_count: int = strawberry.field(
        description="How many links that the person opens documents by work no more."
    )
    unpaid_count: int = strawberry.field(
        description="How many of the invoices that stay are not paid yet."
    )
    has_copy: bool = strawberry.field(
        description="Whether a copy of the person's data can be fetched now."
    )
    begins_at: datetime = strawberry.field(
        description="When it would begin, if it were confirmed now with the usual delay."
    )


@row_type(erasures.Certificate)
class ErasureCertificate:
    """What an erasure did: counts and dates, nothing of the person."""

    confirmed_by: str = strawberry.field(description="Who confirmed it, as named then.")
    confirmed_at: datetime = strawberry.field(description="When it was confirmed.")
    erased_at: datetime | None = strawberry.field(description="When it was done.")
    contact_count: int = strawberry.field(description="How many contacts went.")
    erased: list[ErasedSection] = strawberry.field(description="What went.")
    kept: list[KeptDocuments] = strawberry.field(description="What stayed, by law.")
    rewritten_count: int = strawberry.field(
        description="How many texts kept for others named the person, and do so no more."
    )
    overwritten_at: datetime | None = strawberry.field(
        description="When the files of the database were written anew, so that nothing is left in "
        "their free space either; null until then. Backups expire on their own schedule."
    )
    purged_count: int = strawberry.field(
        description="How many of the documents that stayed were purged since, as the law wanted "
        "them no longer."
    )
    purged_at: datetime | None = strawberry.field(
        description="When the last of them was purged; null when none was yet."
    )
