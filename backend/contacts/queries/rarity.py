"""How rare the pieces of what is searched for are in a large book, on SQLite.

A phrase reads the whole list of each of its pieces, and one piece of a word that few have may be
one that half of the book has: of ``morgan``, ``org`` stands in every ``example.org``. So a few
rare pieces are looked for, and what they find is looked at.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Mapping
from weakref import WeakKeyDictionary

from backend.contacts.search_keys import key_range
from backend.contacts.search_sql import Asked, needles_of, quoted
from backend.contacts.search_text import PIECE
from backend.core.database import read
from backend.core.database.pools import ReadPool

LARGE = 20_000
"""Contacts of a book from which on a phrase is not looked for as it is."""
MOST_CHOSEN = 4
APART = 2
"""Pieces that overlap by more are found together anyhow."""
FEW_ENOUGH = 50
"""Contacts that pieces are likely to be in together; then no further piece is looked for."""
COMMON = 8
"""A piece that so many times as many have as the rarest costs more than it tells."""
PROBED = 64
"""Contacts with a piece that are looked at: how far apart they lie tells how many there are."""
MOST_PIECES = 24
"""Of a needle: the others are no rarer by much."""
MOST_ASKED = 200
"""By one statement; whoever types more words than that finds few contacts anyhow."""
REMEMBERED = 50_000

_Counts = OrderedDict[tuple[int, int, str], int]
"""By account, magnitude of its book, and piece: rough, and right until the book has grown."""

_known: WeakKeyDictionary[ReadPool, _Counts] = WeakKeyDictionary()


async def rarest_pieces(account_id: int, asked: Asked) -> Mapping[str, tuple[str, ...]]:
    """Return the pieces to look for instead of each needle that is long; nothing in a small book.

    Who has a needle has its pieces; who has its pieces may not have it.
    """
    long = {needle for needle in needles_of(asked) if len(needle) > PIECE + 1}
    if not long:
        return {}
    size = await read.fetch_value(
        "SELECT live FROM contact_total WHERE account_id = ?", (account_id,)
    )
    size = int(size or 0)
    if size < LARGE:
        return {}
    pieces = {needle: _pieces(needle) for needle in long}
    wanted = {piece for each in pieces.values() for piece in each}
    if len(wanted) > MOST_ASKED:
        return {}
    counts = await _counts(account_id, size, wanted)
    return {needle: _rarest(each, counts, size) for needle, each in pieces.items()}


def _pieces(needle: str) -> Mapping[str, int]:
    """Return the pieces of a needle with where they are in it."""
    starts = range(min(len(needle) - PIECE + 1, MOST_PIECES))
    return {needle[start : start + PIECE]: start for start in starts}


def _rarest(pieces: Mapping[str, int], counts: Mapping[str, int], size: int) -> tuple[str, ...]:
    first, *others = sorted(pieces, key=lambda piece: (counts[piece], piece))
    chosen, together = [first], float(counts[first])
    for piece in others:
        if together <= FEW_ENOUGH or len(chosen) == MOST_CHOSEN:
            break
        is_apart = all(abs(pieces[piece] - pieces[each]) >= APART for each in chosen)
        if is_apart and counts[piece] <= COMMON * counts[first]:
            chosen.append(piece)
            together *= counts[piece] / size
    if len(chosen) == 1 and together > FEW_ENOUGH:
        chosen += others[:1]
    return tuple(chosen)


async def _counts(account_id: int, size: int, pieces: Collection[str]) -> dict[str, int]:
    """Return about how many contacts have each piece: one statement for those not yet known."""
    counts, magnitude = _known.setdefault(read.pool, OrderedDict()), size.bit_length()
    new = [piece for piece in pieces if (account_id, magnitude, piece) not in counts]
    if new:
        found = await _probe(account_id, size, new)
        for piece, count in zip(new, found, strict=True):
            counts[account_id, magnitude, piece] = count
    told = {piece: counts[account_id, magnitude, piece] for piece in pieces}
    while len(counts) > REMEMBERED:
        counts.popitem(last=False)
    return told


async def _probe(account_id: int, size: int, pieces: Collection[str]) -> list[int]:
    low, high = key_range(account_id, deleted=False)
    one = (
        "SELECT COUNT(*) AS found, MAX(id) - MIN(id) AS reach FROM (SELECT rowid AS id "
        "FROM contact_search_index WHERE contact_search_index MATCH ? AND rowid BETWEEN ? AND ? "
        f"LIMIT {PROBED})"
    )
    params = [value for piece in pieces for value in (quoted(piece), low, high)]
    all_keys = "SELECT MAX(id) - MIN(id), 0 FROM contact_search WHERE id BETWEEN ? AND ?"
    (whole, _), *rows = await read.fetch(
        " UNION ALL ".join([all_keys, *[one] * len(pieces)]), [low, high, *params]
    )
    # The nearer together they lie, the more there are.
    return [
        found if found < PROBED else min(size, PROBED * whole // max(reach, 1))
        for found, reach in rows
    ]
