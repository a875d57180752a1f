"""Who opens no campaign any more, kept with the contacts for filters."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from backend.campaigns.queries.tracking import inactivity_of
from backend.contacts.followers import moving_rows
from backend.contacts.service import mark_inactive
from backend.core.unit_of_work import UnitOfWork


async def settle_activity(
    unit: UnitOfWork, contact_ids: Collection[int | None], *, told: bool = True
) -> None:
    """Say of some contacts whether they opened none of the last five campaigns that they received.

    To be called in the unit that writes their letters' states, openings or bounces, or whose they
    are, after it did. Who is inactive already stays so since when they were.
    ``told`` is False inside of a verb on the contacts themselves.
    """
    known = {key for key in contact_ids if key is not None}
    if not known:
        return
    found = await inactivity_of(unit, known)
    await mark_inactive(
        unit,
        {key: since for key, (held, since) in found.items() if (held is None) != (since is None)},
        told=told,
    )


_move_letters = moving_rows("campaign_recipient")


async def move_letters(
    unit: UnitOfWork, from_id: int, to_id: int, keys: Sequence[int] | None
) -> Sequence[int]:
    """Give the letters of a contact to another one: what they opened, they opened as one."""
    moved = await _move_letters(unit, from_id, to_id, keys)
    await settle_activity(unit, (from_id, to_id), told=False)
    return moved
