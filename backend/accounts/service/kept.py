"""Preferences and drafts: JSON that the server keeps for one person in one account.

Not facts of the account: nobody else sees them, and a draft changes with every few keys typed.
"""

from __future__ import annotations

import re
from typing import Any, Literal

import orjson

from backend.accounts.errors import KeyInvalid, ValueTooLarge
from backend.accounts.queries.kept import KeptRow
from backend.core.clock import now, to_micros
from backend.core.errors import InvalidCharacters, TooMany
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work

MAX_VALUE_BYTES = 64 * 1024
MAX_KEYS = 300
Table = Literal["preference", "draft"]
_KEY = re.compile(r"[A-Za-z0-9._:/+=-]{1,100}")


async def save_preference(actor: Actor, key: str, value: Any) -> KeptRow:
    """Keep a choice under its key.

    Raises:
        KeyInvalid, ValueTooLarge, TooMany
        Forbidden: the actor is an API token.
    """
    return await _save(actor, "preference", key, value)


async def save_draft(actor: Actor, key: str, value: Any) -> KeptRow:
    """Keep what was typed so far under its key; forgotten 90 days after its last change.

    Raises:
        KeyInvalid, ValueTooLarge, TooMany
        Forbidden: the actor is an API token.
    """
    return await _save(actor, "draft", key, value)


async def discard_draft(actor: Actor, key: str) -> None:
    """Forget a draft; nothing happens when there is none.

    Raises:
        Forbidden: the actor is an API token.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "DELETE FROM draft WHERE account_id = ? AND user_id = ? AND key = ?",
            (actor.account_id, actor.user_id, key),
        )


async def _save(actor: Actor, table: Table, key: str, value: Any) -> KeptRow:
    actor.require(Permission.MANAGE_OWN_USER)
    if not _KEY.fullmatch(key):
        raise KeyInvalid(("key",))
    body = _to_json(value)
    instant = now()
    mine = (actor.account_id, actor.user_id)
    async with unit_of_work(actor) as unit:
        rows = await unit.fetch(
            f"SELECT COUNT(*) FROM {table} "  # noqa: S608 - one of two names of our own
            "WHERE account_id = ? AND user_id = ? AND key <> ?",
            (*mine, key),
        )
        if rows[0][0] >= MAX_KEYS:
            raise TooMany(("key",), maximum=MAX_KEYS)
        await unit.execute(
            f"INSERT INTO {table} (account_id, user_id, key, value, updated_at) "  # noqa: S608
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, user_id, key) DO UPDATE SET "
            "value = excluded.value, updated_at = excluded.updated_at",
            (*mine, key, body, to_micros(instant)),
        )
    return KeptRow(key, value, instant)


def _to_json(value: Any) -> str:
    try:
        body = orjson.dumps(value)
    except (TypeError, ValueError, RecursionError):  # surrogates, huge integers, endless nesting
        raise InvalidCharacters(("value",)) from None
    if len(body) > MAX_VALUE_BYTES:
        raise ValueTooLarge(("value",), maximum_bytes=MAX_VALUE_BYTES)
    return body.decode()


async def forget_drafts_about(unit: UnitOfWork, subject: str) -> None:
    """Forget what anybody of the account typed about something and has not saved; ``subject`` is
    its global id, which the keys of drafts hold.
    """
    await unit.execute(
        "DELETE FROM draft WHERE account_id = ? AND key LIKE ?",
        (unit.actor.account_id, f"%:{subject}%"),
    )
