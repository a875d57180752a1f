"""A person who is about to be erased, put out of the texts that others keep."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import orjson

from backend.contacts.marks import LEAST_DIGITS
from backend.contacts.mentions import MentionedIn, mentions
from backend.contacts.phones import inner_digits
from backend.contacts.pseudonyms import Pseudonyms, whole_names
from backend.contacts.sql import Sql, join, values_in
from backend.core.database import read
from backend.core.folding import fold
from backend.core.unit_of_work import UnitOfWork

Found = Mapping[str, Sequence[int]]
"""Rows by the name of their declaration."""


async def own_pseudonyms(
    account_id: int, contact_ids: Sequence[int], ours: Collection[str] = ()
) -> Pseudonyms:
    """Return by what texts name some contacts and nobody else: what another contact of the account
    shares stays that one's. ``ours`` are names and addresses of the account itself, kept too.
    """
    kept = {fold(each) for each in ours}
    own = values_in("contact_id", contact_ids, read.dialect)
    one = values_in("id", contact_ids, read.dialect)
    emails = await read.fetch(
        "SELECT address FROM contact_email AS mine WHERE account_id = ? "  # noqa: S608
        f"AND {own.text} AND NOT EXISTS (SELECT 1 FROM contact_email AS theirs "
        "WHERE theirs.account_id = mine.account_id AND theirs.normalized = mine.normalized "
        f"AND NOT theirs.{own.text})",
        (account_id, *own.params, *own.params),
    )
    phones = await read.fetch(
        "SELECT number, e164 FROM contact_phone AS mine WHERE account_id = ? "  # noqa: S608
        f"AND {own.text} AND NOT EXISTS (SELECT 1 FROM contact_phone AS theirs "
        "WHERE theirs.account_id = mine.account_id AND theirs.digits = mine.digits "
        f"AND NOT theirs.{own.text})",
        (account_id, *own.params, *own.params),
    )
    names = await read.fetch(
        "SELECT given_name, family_name FROM contact AS mine WHERE account_id = ? "  # noqa: S608
        f"AND {one.text} AND NOT EXISTS (SELECT 1 FROM contact AS theirs WHERE "
        "theirs.account_id = mine.account_id AND theirs.given_key = mine.given_key "
        f"AND NOT theirs.{one.text})",
        (account_id, *one.params, *one.params),
    )
    numbers = {number: inner_digits(number, e164) for number, e164 in phones}
    long = {number: digits for number, digits in numbers.items() if len(digits) >= LEAST_DIGITS}
    return Pseudonyms(
        [address for (address,) in emails if fold(address) not in kept],
        [*dict.fromkeys(long.values())],
        [
            way
            for given, family in names
            for way in whole_names(given, family)
            if fold(way) not in kept
        ],
        [*long],
    )


async def find_mentions(account_id: int, sought: Pseudonyms) -> Found:
    """Return the rows whose texts may name them: read before the unit that rewrites, since it looks
    through all that the account has written.
    """
    patterns = sought.patterns()
    if not patterns:
        return {}
    found: dict[str, Sequence[int]] = {}
    for name, each in mentions.entries.items():
        said = join(
            [
                Sql(f"LOWER({column}) LIKE ?", (pattern,))
                for column in each.columns
                for pattern in patterns
            ],
            " OR ",
            "1 = 0",
        )
        rows = await read.fetch(
            f"SELECT id FROM {each.table} WHERE {each.of_account} AND {said.text}",  # noqa: S608
            (account_id, *said.params),
        )
        found[name] = [row[0] for row in rows]
    return found


async def put_out(unit: UnitOfWork, found: Found, sought: Pseudonyms) -> int:
    """Rewrite the texts of rows that were found; return how many said something of them."""
    count = 0
    for name, ids in found.items():
        if ids:
            count += await _rewrite(unit, mentions.entries[name], ids, sought)
    return count


async def _rewrite(
    unit: UnitOfWork, where: MentionedIn, ids: Sequence[int], sought: Pseudonyms
) -> int:
    chosen = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id, {', '.join(where.columns)} FROM {where.table} WHERE {chosen.text}",  # noqa: S608
        chosen.params,
    )
    changed: list[tuple[Any, ...]] = []
    for key, *texts in rows:
        clean = [_without(text, sought) for text in texts]
        if clean != texts:
            changed.append((*clean, key))
    columns = ", ".join(f"{column} = ?" for column in where.columns)
    await unit.execute_many(f"UPDATE {where.table} SET {columns} WHERE id = ?", changed)  # noqa: S608
    if changed and where.rewritten is not None:
        await where.rewritten(unit, [row[-1] for row in changed])
    return len(changed)


def _without(text: str | None, sought: Pseudonyms) -> str | None:
    if text is None:
        return None
    if text[:1] in ("{", "["):
        try:
            kept = orjson.loads(text)
        except orjson.JSONDecodeError:
            return str(sought.out_of(text))
        clean = sought.out_of(kept)
        return text if clean == kept else orjson.dumps(clean).decode()
    return str(sought.out_of(text))
