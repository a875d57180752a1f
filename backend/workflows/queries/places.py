"""Who stands beside whom in a step. Read inside of the unit that moves somebody there."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.database import read
from backend.workflows.filters import ON_BOARD


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A card to stand beside, as it stands itself."""

    pk: int
    account_id: int
    step_id: int
    rank: str
    is_on_board: bool


async def neighbour(account_id: int, card_id: int) -> Neighbour | None:
    """Return where a card of the account stands."""
    row = await read.fetch_one(
        f"SELECT card.id, card.account_id, card.step_id, card.rank, "
        f"CASE WHEN {ON_BOARD} THEN 1 ELSE 0 END FROM card WHERE card.id = ? "
        "AND card.account_id = ?",
        (card_id, account_id),
    )
    return None if row is None else Neighbour(row[0], row[1], row[2], row[3], bool(row[4]))


async def rank_beside(step_id: int, rank: str, *, before: bool, but: int) -> str | None:
    """Return the nearest rank before or after one in a step, of whatever card but one.

    Cards that the board does not show keep their ranks: they come back to their places.
    """
    sign, way = ("<", "DESC") if before else (">", "ASC")
    found: str | None = await read.fetch_value(
        f"SELECT rank FROM card WHERE step_id = ? AND rank {sign} ? AND id <> ? "
        f"ORDER BY rank {way} LIMIT 1",
        (step_id, rank, but),
    )
    return found


async def end_of(step_id: int, *, top: bool, but: int = 0) -> str | None:
    """Return the first or the last rank of a step, of whatever card but one, if there is any."""
    found: str | None = await read.fetch_value(
        f"SELECT rank FROM card WHERE step_id = ? AND id <> ? "
        f"ORDER BY rank {'ASC' if top else 'DESC'} LIMIT 1",
        (step_id, but),
    )
    return found


async def shown_before(step_id: int, rank: str, card_id: int) -> int | None:
    """Return the card that the board shows right before a place in a step; None at the top."""
    found: int | None = await read.fetch_value(
        f"SELECT card.id FROM card WHERE card.step_id = ? AND card.rank < ? AND {ON_BOARD} "
        "AND card.id <> ? ORDER BY card.rank DESC, card.id DESC LIMIT 1",
        (step_id, rank, card_id),
    )
    return found


async def around(step_id: int, rank: str, reach: int) -> list[tuple[int, str]]:
    """Return the cards nearest to a place, ``reach`` on either side, in their order, with ranks."""
    before = await read.fetch(
        "SELECT id, rank FROM card WHERE step_id = ? AND rank < ? ORDER BY rank DESC LIMIT ?",
        (step_id, rank, reach),
    )
    after = await read.fetch(
        "SELECT id, rank FROM card WHERE step_id = ? AND rank >= ? ORDER BY rank ASC LIMIT ?",
        (step_id, rank, reach + 1),
    )
    return [(row[0], row[1]) for row in (*reversed(before), *after)]
