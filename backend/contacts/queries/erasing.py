"""What is erased together with contacts of the trash."""

from __future__ import annotations

from backend.contacts.compiling import Compiled
from backend.contacts.followers import contact_followers
from backend.contacts.kinds import Belonging
from backend.contacts.limits import MAX_SELECTED_IDS
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.queries.walking import list_ids
from backend.contacts.selections import SelectedFilter, SelectedIds, Selection
from backend.contacts.sql import Sql, values_in
from backend.core.database import read
from backend.core.errors import TooMany
from backend.core.permissions import Actor, Permission


async def erased_with(actor: Actor, selection: Selection) -> dict[Belonging, int]:
    """Return how many things of each kind those of some contacts have that lie in the trash; a
    statement for each kind.

    Raises:
        TooMany: over ten thousand ids.
        FilterTooComplex, TooLong, Forbidden
    """
    actor.require(Permission.READ)
    chosen = values_in("id", await _ids(actor, selection), read.dialect)
    contacts = Sql(
        "SELECT id FROM contact WHERE account_id = ? AND deleted_at IS NOT NULL "
        f"AND deletion_id IS NOT NULL AND {chosen.text}",
        (actor.account_id, *chosen.params),
    )
    return {
        follower.belongs.kind: await follower.belongs.count(contacts)
        for follower in contact_followers.entries.values()
        if follower.belongs is not None
    }


async def _ids(actor: Actor, selection: Selection) -> list[int]:
    match selection:
        case SelectedIds(ids):
            if len(ids) > MAX_SELECTED_IDS:
                raise TooMany(("selection", "ids"), maximum=MAX_SELECTED_IDS)
            return list(ids)
        case SelectedFilter(chosen):
            resolved = await resolve_list(actor, chosen)
            return await list_ids(Compiled.of(actor.account_id, resolved, read.dialect))
