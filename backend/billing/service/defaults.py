"""Filling in what is usual where an account sells from."""

from __future__ import annotations

from backend.accounts.rules.places import check_country
from backend.billing.queries.settings import billing_settings, taxes
from backend.billing.rules.defaults import preset_of, started_settings
from backend.billing.rules.kinds import TaxPreset
from backend.billing.service.settings import SettingsWritten, write_settings
from backend.billing.service.taxes import insert_preset
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work


async def fill_defaults(actor: Actor, country: str, *, charges_tax: bool) -> SettingsWritten:
    """Give an account what sellers of a country usually want: numbers, legal terms, currency and
    taxes; of one that charges none, the tax of new lines says why. What was said already stays.

    Raises:
        CountryUnknown, TooManyTaxes, Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    place = check_country(country, ("country",))
    preset = preset_of(place)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await billing_settings(actor)
        await write_settings(unit, before, started_settings(before.settings, before.version, place))
        if not charges_tax or preset is not TaxPreset.PLAIN:
            known = await taxes(actor, archived=True)
            await insert_preset(unit, preset, known, charges_tax=charges_tax)
        row = await billing_settings(actor)
    return SettingsWritten(row, unit.cursor)
