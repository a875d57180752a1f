"""How a copy reaches who asked for it, as types; read for many requests at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import strawberry

from backend.core.clock import from_micros
from backend.core.graphql import row_type
from backend.core.permissions import Actor
from backend.privacy.copy_queries import download_counts, downloads_of, letters_of, links_of
from backend.privacy.copy_rows import DownloadRow, LetterRow, LinkRow
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestKind
from backend.privacy.service.downloading import download_path
from backend.privacy.service.links import link_url
from backend.privacy.service.sending import CopyLetter


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link as its type shows it."""

    url: str
    created_at: datetime
    created_by: str


@row_type(ShownLink)
class PrivacyCopyLink:
    """A link by which whoever has it fetches the copy, without an account."""

    url: str = strawberry.field(description="Its address, meant for the client alone.")
    created_at: datetime = strawberry.field(description="When it was made.")
    created_by: str = strawberry.field(description="Who made it, as named then.")


@row_type(DownloadRow)
class PrivacyDownload:
    """The copy was fetched."""

    at: datetime = strawberry.field(description="When.")
    by_link: bool = strawberry.field(description="Whether by the link for the client.")
    downloaded_by: str = strawberry.field(
        description="Who of the team, as named then; empty where it was by the link."
    )


@row_type(LetterRow)
class PrivacyLetter:
    """A letter with the link of the copy."""

    at: datetime = strawberry.field(description="When it was written.")
    sent_by: str = strawberry.field(description="Who wrote it, as named then.")


@row_type(CopyLetter)
class PrivacyCopyLetter:
    """The letter that is proposed to go with the link."""

    to: str | None = strawberry.field(description="To which address; null when none is known.")
    subject: str | None = strawberry.field(description="Its subject.")
    message: str | None = strawberry.field(
        description="What it says, plain text; a button with the link follows."
    )


@dataclass(slots=True)
class ShownCopy:
    """A copy as its type shows it."""

    size_bytes: int | None
    download_url: str | None
    expires_at: datetime | None
    link: ShownLink | None
    download_count: int
    downloads: list[DownloadRow]
    letters: list[LetterRow]


@row_type(ShownCopy)
class PrivacyCopy:
    """The archive of a copy, and how it was passed on."""

    size_bytes: int | None = strawberry.field(
        description="How large it is; null when it is not kept (any more)."
    )
    download_url: str | None = strawberry.field(
        description="Path of this server where the asker alone fetches it, for an hour; null when "
        "it is not kept."
    )
    expires_at: datetime | None = strawberry.field(
        description="When it is deleted, seven days after it was made."
    )
    link: PrivacyCopyLink | None = strawberry.field(
        description="The link for the client; null without one that works."
    )
    download_count: int = strawberry.field(description="How often it was fetched.")
    downloads: list[PrivacyDownload] = strawberry.field(
        description="The last twenty times, the newest first."
    )
    letters: list[PrivacyLetter] = strawberry.field(
        description="Letters with the link, the newest first."
    )


async def add_copies(actor: Actor, rows: Collection[RequestRow]) -> None:
    """Give requests what is known of their copies: four statements, however many there are."""
    made = [row for row in rows if row.kind is RequestKind.COPY and row.expires_micros]
    if not made:
        return
    account_id, keys = actor.account_id, [row.pk for row in made]
    links, letters = await links_of(account_id, keys), await letters_of(account_id, keys)
    downloads = await downloads_of(account_id, keys)
    counts = await download_counts(account_id, keys)
    for row in made:
        row.copy = ShownCopy(
            row.file_bytes,
            download_path(actor, row),
            row.expires_at,
            _shown(links.get(row.pk)) if row.file_key else None,
            counts.get(row.pk, 0),
            downloads.get(row.pk, []),
            letters.get(row.pk, []),
        )


def _shown(link: LinkRow | None) -> ShownLink | None:
    url = link_url(link) if link else None
    if link is None or url is None:
        return None
    return ShownLink(url, from_micros(link.created_micros), link.created_by)
