"""Rows that are read as a block are the rows, in their order."""

from __future__ import annotations

from backend.core.database import read
from backend.core.unit_of_work import unit_of_work
from tests.factories.accounts import new_owner

COLUMNS = "id, name, folded_name, contact_count, created_at"
TEXTS = ('"quoted"', "back\\slash", "Élodie 🦉", "a\nb\tc\x7f", "", "]}, [", "null", "ﬁ\u2028")
LARGE = 2**62 + 1


async def test_a_block_has_what_rows_read_one_by_one_have(database) -> None:
    actor, other = (await new_owner()).actor, (await new_owner()).actor
    async with unit_of_work(actor) as unit:
        rows = [
            (actor.account_id, text, f"{number:03}{text}", "GRAY", 1, number, LARGE + number)
            for number, text in enumerate(TEXTS * 40)
        ]
        columns = ("account_id", "name", "folded_name", "color", "version", "contact_count")
        await unit.insert_rows("label", (*columns, "created_at"), rows)
    rest = "FROM label WHERE account_id = ? ORDER BY folded_name DESC, id"
    plain = await read.fetch(f"SELECT {COLUMNS} {rest}", (actor.account_id,))
    block = await read.fetch_block(COLUMNS, rest, (actor.account_id,))
    assert len(plain) == len(rows)
    assert [tuple(row) for row in block] == plain
    assert await read.fetch_block(COLUMNS, rest, (other.account_id,)) == []
    nothing = await read.fetch_block(
        "id, NULL", "FROM label WHERE account_id = ? LIMIT 1", (actor.account_id,)
    )
    assert [row[1] for row in nothing] == [None]
