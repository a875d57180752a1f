"""Who a campaign goes to, and what became of each letter."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from backend.campaigns.rows import RECIPIENT_COLUMNS, RecipientRow
from backend.contacts.sql import like_pattern, values_in
from backend.core.database import read
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission

SEARCH_LENGTH = 100
_FROM = (
    "FROM campaign_recipient LEFT JOIN contact ON contact.id = campaign_recipient.contact_id "
    "WHERE campaign_recipient.account_id = ?"
)


class RecipientFate(StrEnum):
    """What became of a letter: one state of it, or what its reader did."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    SKIPPED = "skipped"
    UNKNOWN = "unknown"
    OPENED = "opened"
    NOT_OPENED = "not_opened"
    CLICKED = "clicked"
    BOUNCED = "bounced"
    UNSUBSCRIBED = "unsubscribed"


_FATES = {
    RecipientFate.QUEUED: "campaign_recipient.state IN ('queued', 'sending')",
    RecipientFate.SENT: "campaign_recipient.state = 'sent'",
    RecipientFate.FAILED: "campaign_recipient.state = 'failed'",
    RecipientFate.SKIPPED: "campaign_recipient.state = 'skipped'",
    RecipientFate.UNKNOWN: "campaign_recipient.state = 'unknown'",
    RecipientFate.OPENED: "campaign_recipient.opened_at IS NOT NULL",
    RecipientFate.NOT_OPENED: "campaign_recipient.state = 'sent' "
    "AND campaign_recipient.opened_at IS NULL",
    RecipientFate.CLICKED: "campaign_recipient.clicked_at IS NOT NULL",
    RecipientFate.BOUNCED: "campaign_recipient.bounce IS NOT NULL",
    RecipientFate.UNSUBSCRIBED: "campaign_recipient.unsubscribed_at IS NOT NULL",
}


async def recipients_page(
    actor: Actor,
    campaign_id: int,
    request: PageRequest,
    fate: RecipientFate | None = None,
    search: str = "",
) -> Page[RecipientRow]:
    """Return a page of a campaign's recipients, in the order in which they were chosen.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    where, params = _found(actor, campaign_id, fate, search)
    for cursor, argument, sign in ((request.after, "after", ">"), (request.before, "before", "<")):
        if cursor is not None:
            where += f" AND campaign_recipient.id {sign} ?"
            params += decode_key(cursor, (int,), (argument,))
    way = "DESC" if request.backward else "ASC"
    rows = await read.fetch(
        f"SELECT {RECIPIENT_COLUMNS} {where} ORDER BY campaign_recipient.id {way} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    return page_of(request, [RecipientRow(*row) for row in rows], lambda each: (each.pk,))


async def count_recipients(
    actor: Actor, campaign_id: int, fate: RecipientFate | None = None, search: str = ""
) -> int:
    """Return how many recipients a list has."""
    actor.require(Permission.READ)
    where, params = _found(actor, campaign_id, fate, search)
    return int(await read.fetch_value(f"SELECT COUNT(*) {where}", params))


def _found(
    actor: Actor, campaign_id: int, fate: RecipientFate | None, search: str
) -> tuple[str, list[Any]]:
    where, params = (
        f"{_FROM} AND campaign_recipient.campaign_id = ?",
        [actor.account_id, campaign_id],
    )
    if fate is not None:
        where += f" AND {_FATES[fate]}"
    words: list[Any] = [*params]
    for word in search[:SEARCH_LENGTH].lower().split():
        where += " AND campaign_recipient.normalized LIKE ? ESCAPE '\\'"
        words.append(like_pattern(word))
    return where, words


async def recipients_by_id(actor: Actor, ids: Collection[int]) -> dict[int, RecipientRow]:
    """Return those of some recipients that are of the account's campaigns."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("campaign_recipient.id", ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {RECIPIENT_COLUMNS} {_FROM} AND {asked.text}", (actor.account_id, *asked.params)
    )
    return {row[0]: RecipientRow(*row) for row in rows}


async def letters_of_contact(actor: Actor, contact_id: int) -> list[tuple[str, RecipientRow]]:
    """Return what campaigns a contact was chosen for, the newest first, each with its subject."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"SELECT campaign.subject, {RECIPIENT_COLUMNS} FROM campaign_recipient "
        "JOIN campaign ON campaign.id = campaign_recipient.campaign_id "
        "LEFT JOIN contact ON contact.id = campaign_recipient.contact_id "
        "WHERE campaign_recipient.account_id = ? AND campaign_recipient.contact_id = ? "
        "ORDER BY campaign_recipient.id DESC",
        (actor.account_id, contact_id),
    )
    return [(row[0], RecipientRow(*row[1:])) for row in rows]
