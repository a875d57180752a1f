"""How cards follow their contacts: into merges and out of them, into the trash and out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from backend.contacts.followers import ContactFollower, moving_rows
from backend.contacts.sql import values_in
from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork
from backend.workflows.events import CardsShifted
from backend.workflows.service.erasing import forget_cards

_move_rows = moving_rows("card")


async def _move_cards(
    unit: UnitOfWork, from_id: int, to_id: int, keys: Sequence[int] | None
) -> Sequence[int]:
    moved = await _move_rows(unit, from_id, to_id, keys)
    if moved:
        chosen = values_in("id", moved, unit.dialect)
        rows = await unit.fetch(
            f"SELECT workflow_id FROM card WHERE {chosen.text}",  # noqa: S608
            chosen.params,
        )
        await tell_shifted(unit, (row[0] for row in rows))
    return moved


async def _move_links(
    unit: UnitOfWork, from_id: int, to_id: int, keys: Sequence[int] | None
) -> Sequence[int]:
    """Give the cards that somebody is a further contact of to another, unless they have them."""
    chosen = "" if keys is None else "AND " + (own := values_in("id", keys, unit.dialect)).text
    rows = await unit.fetch(
        "UPDATE card_contact SET contact_id = ? WHERE contact_id = ? "  # noqa: S608
        "AND card_id NOT IN (SELECT card_id FROM card_contact WHERE contact_id = ?) "
        "AND card_id NOT IN (SELECT id FROM card WHERE contact_id = ?) "
        f"{chosen} RETURNING id",
        (to_id, from_id, to_id, to_id, *(() if keys is None else own.params)),
    )
    return sorted(row[0] for row in rows)


async def _hide(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    await _set_hidden(unit, contact_ids, now_micros())


async def _show(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    await _set_hidden(unit, contact_ids, None)


async def _set_hidden(unit: UnitOfWork, contact_ids: Sequence[int], at: int | None) -> None:
    chosen = values_in("contact_id", contact_ids, unit.dialect)
    rows = await unit.fetch(
        "UPDATE card SET hidden_at = ?, version = version + 1 WHERE account_id = ? "  # noqa: S608
        f"AND hidden_at IS {'NULL' if at else 'NOT NULL'} AND {chosen.text} RETURNING workflow_id",
        (at, unit.actor.account_id, *chosen.params),
    )
    await tell_shifted(unit, (row[0] for row in rows))


async def tell_shifted(unit: UnitOfWork, workflow_ids: Iterable[int]) -> None:
    """Record for each board how many of its cards went or came with their contacts."""
    counts = Counter(workflow_ids)
    if not counts:
        return
    chosen = values_in("id", sorted(counts), unit.dialect)
    rows = await unit.fetch(
        f"SELECT id, name FROM workflow WHERE {chosen.text} ORDER BY id",  # noqa: S608
        chosen.params,
    )
    unit.record_many(
        CardsShifted(key, workflow_id=key, name=name, count=counts[key]) for key, name in rows
    )


async def _forget(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    await tell_shifted(unit, await forget_cards(unit, contact_ids))


CARDS = ContactFollower("cards", _move_cards, forget=_forget, hide=_hide, show=_show)
CARD_LINKS = ContactFollower("card_contacts", _move_links)
"""After the cards: whoever became the main contact of one is no further contact of it."""
