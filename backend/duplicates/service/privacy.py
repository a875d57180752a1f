"""What is held about one contact, gathered; and all of it erased at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import orjson

from backend.contacts.service.privacy import erase_contact
from backend.contacts.sql import values_in
from backend.core.permissions import Actor
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork
from backend.duplicates.queries.merges import merges_into
from backend.duplicates.queries.pairs import pairs_of


async def gather_duplicates(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield with whom a contact was taken for one, and whom it took in."""
    for pair in await pairs_of(actor, (contact_id,)):
        is_first = pair.first_key == contact_id
        other = pair.second_key if is_first else pair.first_key
        fields = {"other_contact": other, "score": pair.score, "reasons": pair.reasons}
        yield Held("duplicates", fields)
    for merge in await merges_into(actor, contact_id):
        yield Held(
            "merges",
            {
                "merged_contact": merge.other_key,
                "at": merge.created_at.isoformat(),
                "by": merge.created_by,
                "before": merge.kept_before and orjson.loads(merge.kept_before),
                "after": merge.kept_after and orjson.loads(merge.kept_after),
            },
        )


async def erase_duplicates(unit: UnitOfWork, contact_id: int) -> None:
    """Erase what is held about a contact here: the contacts that it took in are the same person.

    Keys and pairs go with the contact's row.
    """
    for merge in await merges_into(unit.actor, contact_id):
        await erase_duplicates(unit, merge.other_key)
        rows = await unit.fetch(
            "SELECT 1 FROM contact WHERE account_id = ? AND id = ?",
            (unit.actor.account_id, merge.other_key),
        )
        if rows:  # else its time was over
            await erase_contact(unit, merge.other_key)
    await unit.execute(
        "DELETE FROM contact_merge WHERE account_id = ? "
        "AND (kept_contact_id = ? OR other_contact_id = ?)",
        (unit.actor.account_id, contact_id, contact_id),
    )
    keys = (contact_id, contact_id)
    await unit.execute("DELETE FROM duplicate_key WHERE contact_id = ?", keys[:1])
    await unit.execute(
        "DELETE FROM duplicate_pair WHERE first_contact_id = ? OR second_contact_id = ?", keys
    )


async def forget_merged(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Erase, with contacts of the trash that are about to go, those that they took in.

    A contact that was merged away itself goes alone: ids that led to it still lead on.
    """
    chosen = values_in("merge.kept_contact_id", ids, unit.dialect)
    rows = await unit.fetch(
        "SELECT DISTINCT contact.id FROM contact_merge AS merge "  # noqa: S608
        "JOIN contact ON contact.id = merge.kept_contact_id "
        f"WHERE merge.account_id = ? AND contact.deletion_id IS NOT NULL AND {chosen.text}",
        (unit.actor.account_id, *chosen.params),
    )
    for (key,) in sorted(rows):
        await erase_duplicates(unit, key)


async def stay_merged(
    unit: UnitOfWork,  # noqa: ARG001
    from_id: int,  # noqa: ARG001
    to_id: int,  # noqa: ARG001
    keys: Sequence[int] | None,  # noqa: ARG001
) -> Sequence[int]:
    """Leave merges where they are: ids lead on from contact to contact."""
    return ()
