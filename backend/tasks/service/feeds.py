"""The secret address under which a calendar reads a person's tasks."""

from __future__ import annotations

from dataclasses import dataclass

from backend.accounts.service.people import Whereabouts, member_of_user, whereabouts
from backend.core.clock import now_micros
from backend.core.permissions import Actor, Permission
from backend.core.secrets import new_token, seal, token_hash, unseal
from backend.core.unit_of_work import unit_of_work
from backend.tasks.queries import feed_by_hash, feed_of
from backend.tasks.rows import FeedRow

_READ_EVERY = 60 * 60 * 1_000_000
"""How exact the time of the last reading is, in microseconds."""


@dataclass(frozen=True, slots=True)
class OpenFeed:
    """Whose calendar an address opens."""

    account_id: int
    user_id: int
    reader: Whereabouts


async def create_feed(actor: Actor) -> FeedRow:
    """Give the actor a secret address; one that they had opens nothing any more.

    Raises:
        Forbidden: the actor is an API token.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    token = new_token()
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "INSERT INTO calendar_feed (account_id, user_id, token_hash, sealed_token, created_at) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, user_id) DO UPDATE SET "
            "token_hash = excluded.token_hash, sealed_token = excluded.sealed_token, "
            "created_at = excluded.created_at, read_at = NULL",
            (
                actor.account_id,
                actor.user_id,
                token_hash(token),
                seal(token.encode()),
                now_micros(),
            ),
        )
        made = await feed_of(actor)
    if made is None:
        raise RuntimeError("the feed that was just written is gone")
    return made


async def revoke_feed(actor: Actor) -> None:
    """Let the actor's secret address open nothing any more.

    Raises:
        Forbidden: the actor is an API token.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "DELETE FROM calendar_feed WHERE account_id = ? AND user_id = ?",
            (actor.account_id, actor.user_id),
        )


def feed_path(feed: FeedRow) -> str | None:
    """Return the path of a secret address on this server; None where the key was lost."""
    try:
        return f"/calendars/{unseal(feed.sealed_token).decode()}.ics"
    except ValueError:
        return None


async def open_feed(token: str) -> OpenFeed | None:
    """Return whose calendar an address opens; None when it opens none, or they left the account."""
    found = await feed_by_hash(token_hash(token))
    if found is None:
        return None
    member = await member_of_user(found.account_id, found.user_id)
    if member is None:
        return None
    actor = Actor(account_id=found.account_id, role=member.role, user_id=found.user_id)
    now = now_micros()
    if found.read_micros is None or found.read_micros < now - _READ_EVERY:
        async with unit_of_work(actor) as unit:
            await unit.execute("UPDATE calendar_feed SET read_at = ? WHERE id = ?", (now, found.pk))
    return OpenFeed(found.account_id, found.user_id, await whereabouts(actor))
