"""What a person sets about themselves."""

from __future__ import annotations

from dataclasses import dataclass

from backend.accounts.events import MemberUpdated
from backend.accounts.models import User
from backend.accounts.queries.accounts import memberships_of
from backend.accounts.queries.people import PersonRow
from backend.accounts.rules.form import Form
from backend.accounts.rules.places import check_locale, check_theme, check_time_zone
from backend.accounts.rules.text import clean_name
from backend.accounts.service.own_password import own_person
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """What to set; None leaves as it is."""

    name: str | None = None
    locale: str | None = None
    theme: str | None = None
    time_zone: str | None = None


async def update_profile(actor: Actor, change: ProfileChange) -> PersonRow:
    """Set a person's name, language, theme or time zone; told to each of their accounts.

    Raises:
        Refusals: some fields are refused.
        Forbidden: the actor is an API token.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    form = Form()
    wanted: dict[str, str] = {}
    if change.name is not None:
        wanted["name"] = form.check(clean_name, change.name, ("name",))
    if change.locale is not None:
        wanted["locale"] = form.check(check_locale, change.locale)
    if change.theme is not None:
        wanted["theme"] = form.check(check_theme, change.theme)
    if change.time_zone is not None:
        wanted["time_zone"] = form.check(check_time_zone, change.time_zone)
    form.done()
    async with unit_of_work(actor) as unit:
        person = await own_person(actor)
        changed = {name: value for name, value in wanted.items() if getattr(person, name) != value}
        if not changed:
            return person
        await User.filter(id=person.id).update(**changed)
        await tell_accounts(unit, person.id, sorted(changed))
        return await own_person(actor)


async def tell_accounts(unit: UnitOfWork, user_id: int, fields: list[str]) -> None:
    """Record in each account of a person that they changed."""
    for membership in await memberships_of(user_id):
        unit.record(
            MemberUpdated(membership.id, user_id=user_id, fields=fields),
            account_id=membership.account.id,
        )
