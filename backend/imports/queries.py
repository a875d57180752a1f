"""Every SELECT of imports, scoped to the actor's account."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from backend.contacts.service.finding import acts_by_id
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.imports.parts import load_made
from backend.imports.rows import IMPORT_COLUMNS, LARGE_COLUMNS, ImportRow
from backend.imports.states import ImportState

_SMALL = f"SELECT {IMPORT_COLUMNS} FROM contact_import WHERE account_id = ?"
_WHOLE = f"SELECT {IMPORT_COLUMNS}, {LARGE_COLUMNS} FROM contact_import WHERE account_id = ?"


async def imports_page(actor: Actor, request: PageRequest, *, large: bool) -> Page[ImportRow]:
    """Return a page of the account's imports, newest first.

    ``large``: with what their files are, and the rows with faults.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    sql, params = (_WHOLE if large else _SMALL), [actor.account_id]
    for cursor, argument, sign in (
        (request.after, "after", "<"),
        (request.before, "before", ">"),
    ):
        if cursor is not None:
            sql += f" AND id {sign} ?"
            params += [int(value or 0) for value in decode_key(cursor, (int,), (argument,))]
    direction = "ASC" if request.backward else "DESC"
    found = await read.fetch(
        f"{sql} ORDER BY id {direction} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    rows = await _with_acts(actor, [ImportRow(*row) for row in found])
    return page_of(request, rows, lambda row: (row.pk,))


async def count_imports(actor: Actor) -> int:
    """Return how many imports the account has."""
    actor.require(Permission.READ)
    return int(
        await read.fetch_value(
            "SELECT COUNT(*) FROM contact_import WHERE account_id = ?", (actor.account_id,)
        )
    )


async def imports_by_id(
    actor: Actor, ids: Collection[int], *, large: bool = True
) -> dict[int, ImportRow]:
    """Return those of some imports that the account has."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("id", ids, read.dialect)
    rows = await read.fetch(
        f"{_WHOLE if large else _SMALL} AND {asked.text}", (actor.account_id, *asked.params)
    )
    found = await _with_acts(actor, [ImportRow(*row) for row in rows])
    return {row.pk: row for row in found}


async def _with_acts(actor: Actor, rows: list[ImportRow]) -> list[ImportRow]:
    ids = {row.act_id for row in rows if row.act_id is not None}
    acts = await acts_by_id(actor, ids) if ids else {}
    return [row if row.act_id is None else replace(row, act=acts.get(row.act_id)) for row in rows]


async def find_import(account_id: int, import_id: int, *, large: bool = False) -> ImportRow | None:
    """Return an import of an account as it is kept, for work that has been allowed already."""
    row = await read.fetch_one(f"{_WHOLE if large else _SMALL} AND id = ?", (account_id, import_id))
    return ImportRow(*row) if row else None


async def import_of_token(account_id: int, token: str) -> ImportRow | None:
    """Return the import of an address, if it is of this account."""
    row = await read.fetch_one(f"{_SMALL} AND token = ?", (account_id, token))
    return ImportRow(*row) if row else None


async def waiting_files(account_id: int) -> tuple[int, int]:
    """Return how many imports of an account have not begun, and how large their files are."""
    row = await read.fetch_one(
        "SELECT COUNT(*), COALESCE(SUM(size_bytes), 0) FROM contact_import "
        "WHERE account_id = ? AND started_at IS NULL",
        (account_id,),
    )
    return (int(row[0]), int(row[1])) if row else (0, 0)


async def expired_imports(before_micros: int) -> list[ImportRow]:
    """Return the imports of all accounts whose files are to be forgotten."""
    rows = await read.fetch(
        f"SELECT {IMPORT_COLUMNS} FROM contact_import WHERE expires_at < ? "
        "AND (started_at IS NULL OR understood IS NOT NULL OR rejects_bytes > 0)",
        (before_micros,),
    )
    return [ImportRow(*row) for row in rows]


async def all_imports(account_id: int) -> list[ImportRow]:
    """Return every import of an account, without what is large."""
    return [ImportRow(*row) for row in await read.fetch(f"{_SMALL} ORDER BY id", (account_id,))]


async def has_marks(account_id: int) -> bool:
    """Whether anybody of an account asked to be erased."""
    row = await read.fetch_one(
        "SELECT 1 FROM erased_mark WHERE account_id = ? LIMIT 1", (account_id,)
    )
    return row is not None


async def known_marks(account_id: int, marks: Collection[str]) -> list[str]:
    """Return those of some marks that are of people who asked to be erased."""
    asked = values_in("mark", marks, read.dialect)
    rows = await read.fetch(
        f"SELECT mark FROM erased_mark WHERE account_id = ? AND {asked.text}",
        (account_id, *asked.params),
    )
    return [mark for (mark,) in rows]


async def kept_tokens() -> set[str]:
    """Return the tokens of every import there is: what else lies on the disk is of none."""
    return {row[0] for row in await read.fetch("SELECT token FROM contact_import")}


async def import_of_act(account_id: int, act_id: int) -> ImportRow | None:
    """Return the import that an act on contacts is of."""
    row = await read.fetch_one(f"{_SMALL} AND act_id = ?", (account_id, act_id))
    return ImportRow(*row) if row else None


async def labels_of_undone_imports(account_id: int) -> list[int]:
    """Return the labels, gone or not, that an account's imports made that were undone since."""
    rows = await read.fetch(
        "SELECT made FROM contact_import WHERE account_id = ? AND state = ?",
        (account_id, ImportState.UNDONE.value),
    )
    return sorted({key for row in rows for key in load_made(row[0]).label_ids})
