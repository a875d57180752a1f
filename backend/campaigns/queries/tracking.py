"""What readers do with letters: the rows that writes look at, and figures as they are read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork

LETTER_COLUMNS = (
    "campaign_recipient.id, campaign_recipient.account_id, campaign_recipient.campaign_id, "
    "campaign_recipient.contact_id, campaign_recipient.address, campaign_recipient.normalized, "
    "campaign_recipient.state, campaign_recipient.opened_at, campaign_recipient.last_opened_at, "
    "campaign_recipient.clicked_at, campaign_recipient.bounce, campaign_recipient.bounced_at, "
    "campaign_recipient.unsubscribed_at, campaign.subject, campaign.track_opens, "
    "campaign.track_clicks, campaign.from_name"
)
_FROM = "FROM campaign_recipient JOIN campaign ON campaign.id = campaign_recipient.campaign_id"
INACTIVE_AFTER = 5
"""Campaigns in a row that were not opened."""
SOFT_BOUNCES = 3
"""Letters in a row to an address that came back for now."""


@dataclass(slots=True)
class Letter:
    """A letter of a campaign, in the order of :data:`LETTER_COLUMNS`."""

    pk: int
    account_id: int
    campaign_pk: int
    contact_pk: int | None
    address: str
    normalized: str
    state: str
    opened_micros: int | None
    last_opened_micros: int | None
    clicked_micros: int | None
    bounce: str | None
    bounced_micros: int | None
    unsubscribed_micros: int | None
    subject: str
    opens_tracked: int
    clicks_tracked: int
    from_name: str | None


async def last_looks(ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """Return the accounts of some letters, by key, and when each was last looked at, 0 if never;
    those that are gone are left out.
    """
    asked = values_in("id", ids, read.dialect)
    rows = await read.fetch(
        f"SELECT id, account_id, last_opened_at FROM campaign_recipient WHERE {asked.text}",
        asked.params,
    )
    return {key: (account_id, last or 0) for key, account_id, last in rows}


async def letter_of(recipient_id: int) -> Letter | None:
    """Return a letter, whosever it is: for its reader, who has a signed link to it."""
    row = await read.fetch_one(
        f"SELECT {LETTER_COLUMNS} {_FROM} WHERE campaign_recipient.id = ?",
        (recipient_id,),
    )
    return None if row is None else Letter(*row)


async def links_opened_by(actor: Actor, contact_id: int) -> dict[int, list[str]]:
    """Return which links a contact opened, by the keys of its letters."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        "SELECT campaign_click.recipient_id, campaign_link.url FROM campaign_recipient "
        "JOIN campaign_click ON campaign_click.recipient_id = campaign_recipient.id "
        "JOIN campaign_link ON campaign_link.id = campaign_click.link_id "
        "WHERE campaign_recipient.account_id = ? AND campaign_recipient.contact_id = ? "
        "ORDER BY campaign_click.id",
        (actor.account_id, contact_id),
    )
    found: dict[int, list[str]] = {}
    for key, url in rows:
        found.setdefault(key, []).append(url)
    return found


async def letters_in(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Letter]:
    """Return those of some letters that are of the unit's account, as they are inside of it."""
    asked = values_in("campaign_recipient.id", ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT {LETTER_COLUMNS} {_FROM} WHERE campaign_recipient.account_id = ? "
        f"AND {asked.text} ORDER BY campaign_recipient.id",
        (unit.actor.account_id, *asked.params),
    )
    return {row[0]: Letter(*row) for row in rows}


async def inactivity_of(
    unit: UnitOfWork, contact_ids: Collection[int]
) -> Mapping[int, tuple[int | None, int | None]]:
    """Return of some contacts of the account since when they are held to open nothing, and since
    when they do: None while they opened one of the last five campaigns that they received, or got
    less. Only those whose opening is counted count, and none that came back.
    """
    own = values_in("contact.id", contact_ids, unit.dialect)
    rows = await unit.fetch(
        "SELECT contact.id, contact.inactive_since, "
        "(SELECT CASE WHEN COUNT(*) >= ? AND COUNT(last.opened_at) = 0 THEN MAX(last.sent_at) END "
        "FROM (SELECT campaign_recipient.opened_at, campaign_recipient.sent_at "
        f"{_FROM} AND campaign.track_opens WHERE campaign_recipient.contact_id = contact.id "
        "AND campaign_recipient.state = 'sent' AND campaign_recipient.bounce IS NULL "
        "ORDER BY campaign_recipient.id DESC LIMIT ?) AS last) "
        f"FROM contact WHERE contact.account_id = ? AND {own.text}",
        (INACTIVE_AFTER, INACTIVE_AFTER, unit.actor.account_id, *own.params),
    )
    return {key: (held, found) for key, held, found in rows}


async def is_soft_throughout(unit: UnitOfWork, normalized: str) -> bool:
    """Whether the last three letters to an address all came back for now."""
    rows = await unit.fetch(
        "SELECT bounce FROM campaign_recipient WHERE account_id = ? AND normalized = ? "
        "AND (state = 'sent' OR bounce IS NOT NULL) ORDER BY id DESC LIMIT ?",
        (unit.actor.account_id, normalized, SOFT_BOUNCES),
    )
    return len(rows) == SOFT_BOUNCES and all(row[0] == "soft" for row in rows)
