"""Every SELECT of projects, scoped to the actor's account; those of contacts in the bin are hidden.

A contact's projects come newest first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from backend.contacts.about_live import present_id
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.ids import MAX_KEY
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.marketplace.rows import PROJECT_COLUMNS, ProjectRow

_SHOWN = (
    f"SELECT {PROJECT_COLUMNS} FROM project JOIN contact ON contact.id = project.contact_id "
    "WHERE project.account_id = ? AND contact.deleted_at IS NULL"
)


async def projects_page(actor: Actor, contact_id: int, request: PageRequest) -> Page[ProjectRow]:
    """Return a page of a contact's projects; of one that was merged, those of the one it is now.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    contact_id = await present_id(actor, contact_id)
    sql, params = f"{_SHOWN} AND project.contact_id = ?", [actor.account_id, contact_id]
    for cursor, argument, sign in ((request.after, "after", "<"), (request.before, "before", ">")):
        if cursor is not None:
            sql += f" AND project.id {sign} ?"
            params += [int(value or 0) for value in decode_key(cursor, (int,), (argument,))]
    way = "ASC" if request.backward else "DESC"
    found = await read.fetch(
        f"{sql} ORDER BY project.id {way} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    return page_of(request, [ProjectRow(*row) for row in found], lambda row: (row.pk,))


async def count_projects(actor: Actor, contact_id: int) -> int:
    """Return how many projects a contact has."""
    actor.require(Permission.READ)
    contact_id = await present_id(actor, contact_id)
    return (await project_counts(actor.account_id, (contact_id,))).get(contact_id, 0)


async def projects_by_id(actor: Actor, ids: Collection[int]) -> dict[int, ProjectRow]:
    """Return those of some projects that the account has."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("project.id", ids, read.dialect)
    rows = await read.fetch(f"{_SHOWN} AND {asked.text}", (actor.account_id, *asked.params))
    return {row[0]: ProjectRow(*row) for row in rows}


async def project_of_lead(account_id: int, source: str, lead_id: str) -> tuple[int, int] | None:
    """Return the project that a lead became, and its contact, wherever that is."""
    row = await read.fetch_one(
        "SELECT id, contact_id FROM project WHERE account_id = ? AND source = ? AND lead_id = ?",
        (account_id, source, lead_id),
    )
    return (int(row[0]), int(row[1])) if row else None


async def first_projects(
    account_id: int, contact_ids: Sequence[int], size: int, after: str | None = None
) -> dict[int, list[ProjectRow]]:
    """Return up to ``size`` projects of each of some contacts, after a cursor, by one statement.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    below = MAX_KEY if after is None else int(decode_key(after, (int,))[0] or 0)
    found: dict[int, list[ProjectRow]] = {key: [] for key in contact_ids}
    own = (
        "SELECT id FROM project WHERE contact_id = asked.value AND account_id = ? AND id < ? "
        "ORDER BY id DESC LIMIT ?"
    )
    asked: Any
    if read.dialect == "sqlite":
        asked = values_in("asked", contact_ids, read.dialect).params[0]
        chosen = f"json_each(?) AS asked JOIN project ON project.id IN ({own})"
    else:
        asked = list(contact_ids)
        chosen = (
            f"unnest(CAST(? AS bigint[])) AS asked(value), LATERAL ({own}) AS chosen "
            "JOIN project ON project.id = chosen.id"
        )
    rows = await read.fetch(
        f"SELECT {PROJECT_COLUMNS} FROM {chosen}", (asked, account_id, below, size)
    )
    for row in sorted(rows, key=lambda each: each[0], reverse=True):
        project = ProjectRow(*row)
        found[project.contact_key].append(project)
    return found


async def project_counts(account_id: int, contact_ids: Sequence[int]) -> dict[int, int]:
    """Return how many projects each of some contacts has; none of those that are not in it."""
    asked = values_in("contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT contact_id, COUNT(*) FROM project WHERE account_id = ? AND {asked.text} "
        "GROUP BY contact_id",
        (account_id, *asked.params),
    )
    return dict(rows)


async def attachment_ids(project_ids: Collection[int]) -> dict[int, list[int]]:
    """Return the attachments that came with each of some projects, which were read already."""
    asked = values_in("project_id", project_ids, read.dialect)
    found: dict[int, list[int]] = {}
    for project, attachment in await read.fetch(
        f"SELECT project_id, attachment_id FROM project_file WHERE {asked.text} ORDER BY id",
        asked.params,
    ):
        found.setdefault(project, []).append(attachment)
    return found


async def all_projects(actor: Actor, contact_id: int) -> list[ProjectRow]:
    """Return every project that is kept for a contact."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"SELECT {PROJECT_COLUMNS} FROM project WHERE account_id = ? AND contact_id = ? "
        "ORDER BY id DESC",
        (actor.account_id, contact_id),
    )
    return [ProjectRow(*row) for row in rows]
