"""Giving documents the seller's logo; what is issued keeps the one it was issued with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backend.billing.logos import claim_upload, upload_id
from backend.billing.queries.settings import billing_settings
from backend.billing.rows import SettingsRow
from backend.billing.rules.look import Logo
from backend.billing.service.settings import SettingsWritten, write_settings
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class LogoRemoved:
    """The settings as they are now, what brings the logo back, and the account's place in its
    history.
    """

    row: SettingsRow
    upload_id: str | None
    cursor: str


async def set_logo(actor: Actor, upload: str) -> SettingsWritten:
    """Show an uploaded picture on documents, in the place of any other.

    Raises:
        UploadExpired, StorageUnavailable, Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    logo = await claim_upload(actor, upload)
    row, _, cursor = await _change(actor, logo)
    return SettingsWritten(row, cursor)


async def remove_logo(actor: Actor) -> LogoRemoved:
    """Show no logo on documents any more.

    Raises:
        Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    row, before, cursor = await _change(actor, None)
    return LogoRemoved(row, upload_id(actor.account_id, before) if before else None, cursor)


async def _change(actor: Actor, logo: Logo | None) -> tuple[SettingsRow, Logo | None, str]:
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await billing_settings(actor)
        look = replace(before.settings.look, logo=logo)
        if look != before.settings.look:
            await write_settings(unit, before, replace(before.settings, look=look))
        row = await billing_settings(actor)
    return row, before.settings.look.logo, unit.cursor
