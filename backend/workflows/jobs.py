"""Automations, and tidying up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.core.jobs import job, schedule
from backend.workflows.service.automating import automate
from backend.workflows.service.erasing import purge_deleted_cards
from backend.workflows.service.purging import purge_deleted_details
from backend.workflows.service.setting_off import AUTOMATE


@job(AUTOMATE)
async def automate_card(payload: dict[str, Any]) -> None:
    """Run an automation for a card that came to its step. Run twice, it does it once."""
    await automate(payload)


@schedule("purge_deleted_cards", every=timedelta(hours=6))
async def purge_old_cards() -> None:
    """Erase for good the cards and boards that were deleted long ago."""
    await purge_deleted_cards()


@schedule("purge_deleted_card_details", every=timedelta(hours=6))
async def purge_old_details() -> None:
    """Erase for good what was deleted on cards long ago, and automations."""
    await purge_deleted_details()
