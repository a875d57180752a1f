"""The labels of a Google account, asked for anew and kept."""

from __future__ import annotations

from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.google.client.answers import Busy, ChangesForgotten, PlaceForgotten
from backend.google.client.people import People
from backend.google.errors import GoogleRefused
from backend.google.queries import own_accounts_by_id
from backend.google.rows import dump_labels
from backend.google.service.access import Access


async def read_labels(actor: Actor, key: int) -> None:
    """Ask Google which labels an account of the actor's has, and keep what it says.

    Raises:
        NotFound: no such account of the actor's.
        GoogleRevoked: it must be connected again.
        GoogleBusy, GoogleUnreachable, GoogleUnreadable, GoogleApiDisabled,
        GoogleContactsNotAllowed, GoogleClientWrong, GoogleRefused, GoogleNotConfigured, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    if key not in await own_accounts_by_id(actor, (key,)):
        raise NotFound(("id",))
    try:
        async with People(Access(actor.account_id, key)) as people:
            labels, total = await people.labels(), await people.total()
    except Busy as busy:
        raise busy.refusal from busy
    except (ChangesForgotten, PlaceForgotten) as error:
        raise GoogleRefused(status=400) from error
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "UPDATE google_account SET labels = ?, people = ?, labels_at = ? "
            "WHERE id = ? AND account_id = ?",
            (dump_labels(labels), total, now_micros(), key, actor.account_id),
        )
