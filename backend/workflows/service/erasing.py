"""Cards and boards erased for good; what is held about one contact on its cards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

from backend.contacts.sql import values_in
from backend.core.clock import now, to_micros
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.service import find_files, forget_files
from backend.files.service.reading import held_file
from backend.workflows.queries.cards import all_cards_of_contact
from backend.workflows.queries.details import card_texts, kept_files

_BATCH = 500
_GATHERED = 100


async def purge_deleted_cards() -> int:
    """Erase, in every account, cards and boards that were deleted CARNET_DELETED_CONTACT_DAYS ago,
    with what the log said of the cards; return how many cards.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    rows = await read.fetch(
        "SELECT account_id FROM card WHERE deleted_at <= ? "
        "UNION SELECT account_id FROM workflow WHERE deleted_at <= ?",
        (limit, limit),
    )
    count = 0
    for (account_id,) in rows:
        while erased := await _purge_batch(Actor.system(account_id), limit):
            count += erased
        async with unit_of_work(Actor.system(account_id)) as unit:
            await unit.execute(
                "DELETE FROM workflow WHERE account_id = ? AND deleted_at <= ? "
                "AND NOT EXISTS (SELECT 1 FROM card WHERE card.workflow_id = workflow.id)",
                (account_id, limit),
            )
    return count


async def _purge_batch(actor: Actor, limit: int) -> int:
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        rows = await unit.fetch(
            "SELECT id FROM card WHERE account_id = ? AND (deleted_at <= ? OR workflow_id IN "
            "(SELECT id FROM workflow WHERE account_id = ? AND deleted_at <= ?)) "
            "ORDER BY id LIMIT ?",
            (actor.account_id, limit, actor.account_id, limit, _BATCH),
        )
        await erase_cards(unit, [row[0] for row in rows])
    return len(rows)


async def erase_cards(unit: UnitOfWork, ids: Sequence[int]) -> list[int]:
    """Erase cards with all that is on them, and what the log said of them; return their boards."""
    if not ids:
        return []
    on_them = values_in("card_id", ids, unit.dialect)
    files = await unit.fetch(
        f"SELECT DISTINCT file_id FROM card_file WHERE {on_them.text}",  # noqa: S608
        on_them.params,
    )
    own = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(
        f"DELETE FROM card WHERE account_id = ? AND {own.text} RETURNING workflow_id",  # noqa: S608
        (unit.actor.account_id, *own.params),
    )
    await forget_files(unit, [row[0] for row in files])
    told = values_in("subject_id", ids, unit.dialect)
    await unit.execute(
        "UPDATE change SET payload = '{}' WHERE account_id = ? AND subject_type = 'Card' "  # noqa: S608
        f"AND {told.text}",
        (unit.actor.account_id, *told.params),
    )
    return [row[0] for row in rows]


async def forget_cards(unit: UnitOfWork, contact_ids: Sequence[int]) -> list[int]:
    """Erase the cards of contacts that are about to be erased; return their boards."""
    chosen = values_in("contact_id", contact_ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id FROM card WHERE account_id = ? AND {chosen.text}",  # noqa: S608
        (unit.actor.account_id, *chosen.params),
    )
    return await erase_cards(unit, [row[0] for row in rows])


async def erase_cards_of(unit: UnitOfWork, contact_id: int) -> None:
    """Erase a contact's cards; it is no further contact of others any more.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await forget_cards(unit, (contact_id,))
    await unit.execute(
        "DELETE FROM card_contact WHERE contact_id = ? "
        "AND card_id IN (SELECT id FROM card WHERE account_id = ?)",
        (contact_id, unit.actor.account_id),
    )


async def gather_cards(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield the cards whose main contact somebody is, with what is on them and their files."""
    cards = await all_cards_of_contact(actor.account_id, contact_id)
    for start in range(0, len(cards), _GATHERED):
        some = cards[start : start + _GATHERED]
        keys = [card.pk for card in some]
        texts, files = await card_texts(keys), await kept_files(keys)
        stored = await find_files(actor, {key for own in files.values() for _, key in own})
        for card in some:
            fields = {
                "title": card.title,
                "value_minor": card.value_minor,
                "currency": card.currency,
                "due_on": card.due_day,
                "lost_reason": card.kept_reason,
                "since": card.step_entered_at.isoformat(),
                "created_at": card.created_at.isoformat(),
                "created_by": card.created_by,
                "deleted": card.deleted_micros is not None,
                **texts[card.pk],
            }
            own = files[card.pk]
            held = tuple(held_file(name, stored[key]) for name, key in own if key in stored)
            yield Held("cards", fields, held)
