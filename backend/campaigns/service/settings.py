"""How an account sends campaigns."""

from __future__ import annotations

from dataclasses import dataclass

from backend.campaigns.errors import InvalidRate
from backend.campaigns.events import CampaignSettingsUpdated
from backend.campaigns.queries.campaigns import SettingsRow, settings_of
from backend.campaigns.rules.limits import FOOTER_LENGTH, MAX_RATE
from backend.core.clock import now_micros
from backend.core.errors import StaleVersion
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_lines
from backend.core.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class SettingsChanges:
    """A change of the settings; None leaves as it is."""

    rate_per_minute: int | None = None
    footer: str | None = None
    track_opens: bool | None = None
    track_clicks: bool | None = None


@dataclass(frozen=True, slots=True)
class SettingsWritten:
    """The settings as they are now, and the account's place in its history."""

    settings: SettingsRow
    cursor: str


async def update_settings(actor: Actor, version: int, changes: SettingsChanges) -> SettingsWritten:
    """Change how the account sends campaigns; ``version`` is 0 the first time.

    Raises:
        InvalidRate: not from 1 to 30,000 letters a minute.
        StaleVersion, TooLong, InvalidCharacters, Forbidden
    """
    actor.require(Permission.MANAGE_ACCOUNT)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        old = await settings_of(actor.account_id)
        if old.version != version:
            raise StaleVersion(("version",), current_version=old.version)
        rate = old.rate_per_minute if changes.rate_per_minute is None else changes.rate_per_minute
        if not 1 <= rate <= MAX_RATE:
            raise InvalidRate(("ratePerMinute",), maximum=MAX_RATE)
        footer = old.footer
        if changes.footer is not None:
            footer = clean_lines(changes.footer, ("footer",), maximum=FOOTER_LENGTH) or ""
        opens = old.track_opens if changes.track_opens is None else changes.track_opens
        clicks = old.track_clicks if changes.track_clicks is None else changes.track_clicks
        await unit.execute(
            "INSERT INTO campaign_settings (account_id, version, rate_per_minute, footer, "
            "track_opens, track_clicks, updated_at, updated_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (account_id) DO UPDATE SET version = excluded.version, "
            "rate_per_minute = excluded.rate_per_minute, footer = excluded.footer, "
            "track_opens = excluded.track_opens, track_clicks = excluded.track_clicks, "
            "updated_at = excluded.updated_at, updated_by = excluded.updated_by",
            (
                actor.account_id,
                version + 1,
                rate,
                footer,
                opens,
                clicks,
                now_micros(),
                actor.name,
            ),
        )
        unit.record(CampaignSettingsUpdated(actor.account_id, version + 1))
        settings = await settings_of(actor.account_id)
    return SettingsWritten(settings, unit.cursor)
