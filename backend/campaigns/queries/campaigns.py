"""Campaigns of an account, newest first, and how it sends them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from backend.campaigns.rows import CAMPAIGN_COLUMNS, CampaignRow
from backend.campaigns.rules.kinds import CampaignState
from backend.campaigns.rules.limits import DEFAULT_RATE
from backend.contacts.sql import values_in
from backend.core.database import placeholders, read
from backend.core.ids import encode_id
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission

_LIVE = "campaign.deleted_at IS NULL"
_SELECT = f"SELECT {CAMPAIGN_COLUMNS} FROM campaign WHERE campaign.account_id = ?"


async def campaigns_page(
    actor: Actor, request: PageRequest, states: Collection[CampaignState] = ()
) -> Page[CampaignRow]:
    """Return a page of the account's campaigns in some states, or in any.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    where, params = _in_states(states)
    sql, values = f"{_SELECT} AND {_LIVE}{where}", [actor.account_id, *params]
    for cursor, argument, sign in ((request.after, "after", "<"), (request.before, "before", ">")):
        if cursor is not None:
            sql += f" AND campaign.id {sign} ?"
            values += decode_key(cursor, (int,), (argument,))
    way = "ASC" if request.backward else "DESC"
    rows = await read.fetch(
        f"{sql} ORDER BY campaign.id {way} LIMIT ? OFFSET ?",
        (*values, request.size + 1, request.offset or 0),
    )
    return page_of(request, [CampaignRow(*row) for row in rows], lambda each: (each.pk,))


async def count_campaigns(actor: Actor, states: Collection[CampaignState] = ()) -> int:
    """Return how many campaigns the account has in some states, or in any."""
    actor.require(Permission.READ)
    where, params = _in_states(states)
    sql = f"SELECT COUNT(*) FROM campaign WHERE campaign.account_id = ? AND {_LIVE}{where}"
    return int(await read.fetch_value(sql, (actor.account_id, *params)))


def _in_states(states: Collection[CampaignState]) -> tuple[str, list[object]]:
    if not states:
        return "", []
    names = [state.value for state in states]
    return f" AND campaign.state IN ({placeholders(len(names))})", [*names]


async def campaigns_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, CampaignRow]:
    """Return those of some campaigns that the account has; or, of those deleted, can bring back."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("campaign.id", ids, read.dialect)
    gone = "campaign.deleted_at IS NOT NULL AND campaign.purged_at IS NULL"
    state = gone if deleted else _LIVE
    rows = await read.fetch(
        f"{_SELECT} AND {state} AND {asked.text}", (actor.account_id, *asked.params)
    )
    return {row[0]: CampaignRow(*row) for row in rows}


@dataclass(slots=True)
class SettingsRow:
    """How an account sends campaigns; version 0 before anybody said."""

    account_pk: int
    version: int = 0
    rate_per_minute: int = DEFAULT_RATE
    footer: str = ""
    opens_tracked: int = 1
    clicks_tracked: int = 1

    @property
    def id(self) -> str:
        """The global id of the account that they are of."""
        return encode_id("Account", self.account_pk)

    @property
    def track_opens(self) -> bool:
        """Whether new campaigns count opened letters."""
        return bool(self.opens_tracked)

    @property
    def track_clicks(self) -> bool:
        """Whether new campaigns count opened links."""
        return bool(self.clicks_tracked)


async def settings_of(account_id: int) -> SettingsRow:
    """Return how an account sends campaigns."""
    row = await read.fetch_one(
        "SELECT account_id, version, rate_per_minute, footer, track_opens, track_clicks "
        "FROM campaign_settings WHERE account_id = ?",
        (account_id,),
    )
    return SettingsRow(account_id) if row is None else SettingsRow(*row)


async def campaigns_to_purge(before_micros: int) -> dict[int, list[int]]:
    """Return, by account, the campaigns that were deleted before an instant."""
    rows = await read.fetch(
        "SELECT account_id, id FROM campaign WHERE deleted_at <= ? AND purged_at IS NULL "
        "ORDER BY id",
        (before_micros,),
    )
    found: dict[int, list[int]] = {}
    for account_id, key in rows:
        found.setdefault(account_id, []).append(key)
    return found
