"""Acts on many contacts, read back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import orjson

from backend.contacts.acts import ACT_COLUMNS, ActRow, ActState
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission

_SELECT = f"SELECT {ACT_COLUMNS} FROM contact_act WHERE account_id = ?"
_CHANGED_SINCE = (
    # What is in the trash already, or out of it again, is as the undo would have it.
    "contact.version <> entry.version AND NOT ((entry.before IS NULL "
    "OR entry.before LIKE '%\"untrashed\":true%') AND contact.deleted_at IS NOT NULL) "
    "AND NOT (COALESCE(entry.before, '') LIKE '%\"trashed\":true%' "
    "AND contact.deleted_at IS NULL)"
)


async def get_act(actor: Actor, act_id: int) -> ActRow | None:
    """Return an act of the account, None when there is none."""
    return (await acts_by_id(actor, (act_id,))).get(act_id)


async def acts_by_id(actor: Actor, ids: Collection[int]) -> dict[int, ActRow]:
    """Return those of some acts that the account has."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    chosen = values_in("id", ids, read.dialect)
    rows = await read.fetch(f"{_SELECT} AND {chosen.text}", (actor.account_id, *chosen.params))
    return {row[0]: ActRow(*row) for row in rows}


async def acts_of_contacts(
    act_ids: Collection[int], contact_ids: Collection[int]
) -> dict[int, frozenset[int]]:
    """Return which of some acts of an account changed each of some contacts of it."""
    if not act_ids or not contact_ids:
        return {}
    acts = values_in("act_id", act_ids, read.dialect)
    contacts = values_in("contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT contact_id, act_id FROM contact_act_entry WHERE {acts.text} AND {contacts.text}",
        (*acts.params, *contacts.params),
    )
    found: dict[int, set[int]] = {}
    for contact_id, act_id in rows:
        found.setdefault(contact_id, set()).add(act_id)
    return {key: frozenset(acts) for key, acts in found.items()}


async def is_act_under_way(account_id: int) -> bool:
    """Whether an act on many contacts, or its undo, goes on in an account."""
    row = await read.fetch_one(
        "SELECT 1 FROM contact_act WHERE account_id = ? AND state IN ('queued', 'running', "
        "'undoing') LIMIT 1",
        (account_id,),
    )
    return row is not None


async def recent_acts(actor: Actor, limit: int, *, mine_only: bool = False) -> list[ActRow]:
    """Return acts that changed something or go on: the actor's own first, then the newest first."""
    actor.require(Permission.READ)
    told = "(changed > 0 OR state IN ('queued', 'running', 'failed'))"
    mine = "AND user_id = ? " if mine_only else ""
    rows = await read.fetch(
        f"{_SELECT} AND {told} {mine}"
        "ORDER BY CASE WHEN user_id = ? THEN 0 ELSE 1 END, id DESC LIMIT ?",
        (
            actor.account_id,
            *((actor.user_id or 0,) if mine_only else ()),
            actor.user_id or 0,
            limit,
        ),
    )
    return [ActRow(*row) for row in rows]


async def kept_contacts(actor: Actor, act: ActRow, limit: int) -> list[tuple[int, str]]:
    """Return the ids and names of contacts that were changed after an act, in their order.

    Once it is undone, those that its undo left alone for that; else those that it would.
    """
    actor.require(Permission.READ)
    undone = act.state in (ActState.UNDOING, ActState.UNDONE)
    rows = await read.fetch(
        "SELECT contact.id, contact.display_name FROM contact_act_entry AS entry "
        "JOIN contact ON contact.id = entry.contact_id WHERE entry.act_id = ? "
        f"AND contact.account_id = ? AND {'entry.is_kept' if undone else _CHANGED_SINCE} "
        "ORDER BY contact.id LIMIT ?",
        (act.pk, actor.account_id, limit),
    )
    return [(key, name) for key, name in rows]


async def states_before(actor: Actor, contact_id: int) -> list[dict[str, Any]]:
    """Return how a contact was before each act that can still be undone; JSON-ready."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        "SELECT entry.before FROM contact_act_entry AS entry "
        "JOIN contact_act ON contact_act.id = entry.act_id WHERE contact_act.account_id = ? "
        "AND entry.contact_id = ? AND entry.before IS NOT NULL ORDER BY entry.id",
        (actor.account_id, contact_id),
    )
    return [orjson.loads(before) for (before,) in rows]


async def count_changed_since(actor: Actor, act: ActRow) -> int:
    """Return how many contacts the undo of an act would leave alone now."""
    actor.require(Permission.READ)
    return int(
        await read.fetch_value(
            "SELECT COUNT(*) FROM contact_act_entry AS entry "
            "JOIN contact ON contact.id = entry.contact_id "
            f"WHERE entry.act_id = ? AND contact.account_id = ? AND {_CHANGED_SINCE}",
            (act.pk, actor.account_id),
        )
    )
