"""Every SELECT of sites, scoped to the actor's account. Sites come by name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from backend.contacts.redirects import redirects
from backend.contacts.sql import like_pattern, values_in
from backend.core.database import read
from backend.core.folding import fold
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.sites.limits import SEARCH_LENGTH
from backend.sites.rows import SITE_COLUMNS, SiteRow

_LIVE = "site.deleted_at IS NULL"
_SELECT = f"SELECT {SITE_COLUMNS} FROM site WHERE site.account_id = ?"


async def sites_page(actor: Actor, request: PageRequest, search: str = "") -> Page[SiteRow]:
    """Return a page of the account's sites whose name or host holds every word of a search.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    found, params = _found(actor, search)
    conditions: list[str] = [f"{_SELECT} AND {found}"]
    for cursor, argument, sign in ((request.after, "after", ">"), (request.before, "before", "<")):
        if cursor is not None:
            conditions.append(f"(site.folded_name, site.id) {sign} (?, ?)")
            params += decode_key(cursor, (str, int), (argument,))
    way = "DESC" if request.backward else "ASC"
    rows = await read.fetch(
        f"{' AND '.join(conditions)} ORDER BY site.folded_name {way}, site.id {way} "
        "LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    sites = [SiteRow(*row) for row in rows]
    return page_of(request, sites, lambda site: (site.folded_name, site.pk))


async def count_sites(actor: Actor, search: str = "") -> int:
    """Return how many sites a search finds."""
    actor.require(Permission.READ)
    found, params = _found(actor, search)
    sql = f"SELECT COUNT(*) FROM site WHERE site.account_id = ? AND {found}"
    return int(await read.fetch_value(sql, params))


def _found(actor: Actor, search: str) -> tuple[str, list[Any]]:
    words = fold(search[:SEARCH_LENGTH]).split()
    like = "".join(" AND site.search_text LIKE ? ESCAPE '\\'" for _ in words)
    return f"{_LIVE}{like}", [actor.account_id, *map(like_pattern, words)]


async def sites_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, SiteRow]:
    """Return those of some sites that the account has; or, of those deleted, can bring back."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("site.id", ids, read.dialect)
    state = "site.deleted_at IS NOT NULL" if deleted else _LIVE
    rows = await read.fetch(
        f"{_SELECT} AND {state} AND {asked.text}", (actor.account_id, *asked.params)
    )
    return {row[0]: SiteRow(*row) for row in rows}


async def sites_of_contacts(
    account_id: int, contact_ids: Sequence[int]
) -> dict[int, list[SiteRow]]:
    """Return the sites of each of some contacts, by name; one statement."""
    found: dict[int, list[SiteRow]] = {key: [] for key in contact_ids}
    asked = values_in("contact_site.contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT contact_site.contact_id, {SITE_COLUMNS} FROM contact_site "
        f"JOIN site ON site.id = contact_site.site_id WHERE {asked.text} "
        f"AND site.account_id = ? AND {_LIVE} ORDER BY site.folded_name, site.id",
        (*asked.params, account_id),
    )
    for contact_id, *columns in rows:
        found[contact_id].append(SiteRow(*columns))
    return found


async def count_contacts_of(account_id: int, sites: Collection[SiteRow]) -> None:
    """Say of sites how many contacts they belong to, those in the bin aside; one statement."""
    if not sites:
        return
    asked = values_in("contact_site.site_id", [site.pk for site in sites], read.dialect)
    rows = await read.fetch(
        "SELECT contact_site.site_id, COUNT(*) FROM contact_site "
        f"JOIN contact ON contact.id = contact_site.contact_id WHERE {asked.text} "
        "AND contact.account_id = ? AND contact.deleted_at IS NULL GROUP BY contact_site.site_id",
        (*asked.params, account_id),
    )
    counts: dict[int, int] = dict(rows)
    for site in sites:
        site.contact_count = counts.get(site.pk, 0)


async def present_id(actor: Actor, contact_id: int) -> int:
    """Return the contact that an id answers with: another one when it was merged."""
    return (await redirects(actor, (contact_id,))).get(contact_id, contact_id)


async def are_checked(account_id: int) -> bool:
    """Whether an account has its sites checked every day."""
    sql = "SELECT 1 FROM site_checking WHERE account_id = ?"
    return await read.fetch_value(sql, (account_id,)) is not None


async def sites_to_check(before_micros: int, limit: int) -> list[tuple[int, int, str]]:
    """Return accounts, ids and addresses of sites that were not checked since an instant, of
    accounts that have theirs checked: each has its turn, with the site that waits longest.
    """
    rows = await read.fetch(
        "SELECT account_id, id, address FROM (SELECT site.account_id, site.id, site.address, "
        "site.checked_at, ROW_NUMBER() OVER (PARTITION BY site.account_id "
        "ORDER BY site.checked_at, site.id) AS turn FROM site_checking JOIN site "
        "ON site.account_id = site_checking.account_id WHERE site.checked_at <= ? "
        f"AND {_LIVE}) AS due ORDER BY turn, checked_at, id LIMIT ?",
        (before_micros, limit),
    )
    return [(account_id, key, address) for account_id, key, address in rows]


async def sites_to_purge(before_micros: int) -> dict[int, list[int]]:
    """Return, by account, the sites that were deleted before an instant."""
    rows = await read.fetch(
        "SELECT account_id, id FROM site WHERE deleted_at <= ? ORDER BY id", (before_micros,)
    )
    found: dict[int, list[int]] = {}
    for account_id, key in rows:
        found.setdefault(account_id, []).append(key)
    return found
