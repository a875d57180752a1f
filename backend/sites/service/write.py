"""Making sites, and changing them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum
from typing import Final

from backend.core.clock import now_micros
from backend.core.errors import Required, StaleVersion
from backend.core.folding import fold
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.sites.addresses import clean_address, clean_link, host_of
from backend.sites.events import SiteCreated, SiteUpdated
from backend.sites.limits import NAME_LENGTH
from backend.sites.rows import SiteRow
from backend.sites.service.links import link
from backend.sites.service.standing import own_contact, own_site, refuse_one_more


class Unset(Enum):
    """What an edit leaves as it is; ``None`` clears it."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET
_SHOWN = {
    "name": "name",
    "address": "address",
    "dashboard_url": "dashboardUrl",
    "editor_url": "editorUrl",
}
"""The schema's names of what can be changed."""


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """A site to make; without a name it is called by its host."""

    address: str
    name: str | None = None
    dashboard_url: str | None = None
    editor_url: str | None = None


@dataclass(frozen=True, slots=True)
class SiteChanges:
    """A change of a site; what is left out stays."""

    name: str | Unset | None = UNSET
    address: str | Unset = UNSET
    dashboard_url: str | Unset | None = UNSET
    editor_url: str | Unset | None = UNSET


@dataclass(frozen=True, slots=True)
class SiteWritten:
    """A site as it is now, and the account's place in its history."""

    site: SiteRow
    cursor: str


@dataclass(frozen=True, slots=True)
class _Kept:
    name: str
    address: str
    dashboard_url: str | None
    editor_url: str | None

    @property
    def keys(self) -> tuple[str, str]:
        """What it sorts by, and what it is found by."""
        return fold(self.name), fold(f"{self.name} {host_of(self.address)}")


async def create_site(
    actor: Actor,
    draft: SiteDraft,
    *,
    contact_id: int | None = None,
    idempotency_key: str | None = None,
) -> SiteWritten:
    """Make a site, and a contact's at once where one is given.

    Raises:
        TooManySites: the account, or the contact, has all it may have.
        NotFound: no contact of the account, or in the bin.
        InvalidWebAddress, Required, TooLong, InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    address = clean_address(draft.address, ("address",))
    kept = _Kept(
        _clean_name(draft.name, address),
        address,
        clean_link(draft.dashboard_url, ("dashboardUrl",)),
        clean_link(draft.editor_url, ("editorUrl",)),
    )
    mark = fingerprint("create_site", {**asdict(kept), "contact_id": contact_id})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_site", mark)
        if key is None:
            await refuse_one_more(actor)
            key = await _insert(unit, kept)
            await remember_result(unit, idempotency_key, "create_site", mark, key)
            unit.record(SiteCreated(key, kept.name))
            if contact_id is not None:
                own_id = await own_contact(unit, contact_id)
                await link(unit, own_id, {key: await own_site(actor, key)})
        site = await own_site(actor, key)
    return SiteWritten(site, unit.cursor)


async def _insert(unit: UnitOfWork, kept: _Kept) -> int:
    now, name = now_micros(), unit.actor.name
    rows = await unit.fetch(
        "INSERT INTO site (account_id, name, folded_name, search_text, address, dashboard_url, "
        "editor_url, version, created_at, created_by, updated_at, updated_by, checked_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, 0) RETURNING id",
        (
            unit.actor.account_id,
            kept.name,
            *kept.keys,
            kept.address,
            kept.dashboard_url,
            kept.editor_url,
            now,
            name,
            now,
            name,
        ),
    )
    return int(rows[0][0])


async def update_site(
    actor: Actor, site_id: int, version: int, changes: SiteChanges
) -> SiteWritten:
    """Change a site; another address forgets what the last check found.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        NotFound, InvalidWebAddress, Required, TooLong, InvalidCharacters, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_site(actor, site_id)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        old = _Kept(before.name, before.address, before.dashboard_url, before.editor_url)
        new = _changed(old, changes)
        fields = [
            shown for name, shown in _SHOWN.items() if getattr(new, name) != getattr(old, name)
        ]
        if fields:
            await _update(unit, site_id, new)
            unit.record(SiteUpdated(site_id, before.version + 1, new.name, fields))
        if "address" in fields:
            await unit.execute(
                "UPDATE site SET checked_at = 0, problem = NULL, http_status = NULL, "
                "certificate_until = NULL WHERE id = ?",
                (site_id,),
            )
        site = await own_site(actor, site_id)
    return SiteWritten(site, unit.cursor)


async def _update(unit: UnitOfWork, site_id: int, new: _Kept) -> None:
    await unit.execute(
        "UPDATE site SET name = ?, folded_name = ?, search_text = ?, address = ?, "
        "dashboard_url = ?, editor_url = ?, version = version + 1, updated_at = ?, "
        "updated_by = ? WHERE id = ?",
        (
            new.name,
            *new.keys,
            new.address,
            new.dashboard_url,
            new.editor_url,
            now_micros(),
            unit.actor.name,
            site_id,
        ),
    )


def _changed(old: _Kept, changes: SiteChanges) -> _Kept:
    name, address, dashboard, editor = (
        changes.name,
        changes.address,
        changes.dashboard_url,
        changes.editor_url,
    )
    kept = old.address if isinstance(address, Unset) else clean_address(address, ("address",))
    return _Kept(
        old.name if isinstance(name, Unset) else _clean_name(name, kept),
        kept,
        old.dashboard_url
        if isinstance(dashboard, Unset)
        else clean_link(dashboard, ("dashboardUrl",)),
        old.editor_url if isinstance(editor, Unset) else clean_link(editor, ("editorUrl",)),
    )


def _clean_name(name: str | None, address: str) -> str:
    clean = clean_line(name, ("name",), maximum=NAME_LENGTH) or host_of(address)[:NAME_LENGTH]
    if not fold(clean):
        raise Required(("name",))
    return clean
