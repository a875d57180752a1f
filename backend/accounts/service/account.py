"""An account's settings, and going on in another account."""

from __future__ import annotations

from dataclasses import dataclass

from backend.accounts.events import AccountUpdated, SessionLeft
from backend.accounts.models import Account
from backend.accounts.queries.accounts import AccountRow, get_account
from backend.accounts.queries.team import member_of_user
from backend.accounts.rules.form import Form
from backend.accounts.rules.places import (
    check_country,
    check_currency,
    check_locale,
    check_time_zone,
)
from backend.accounts.rules.text import clean_name
from backend.accounts.service.own_password import person_id
from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class AccountChange:
    """What to set; None leaves as it is."""

    name: str | None = None
    country: str | None = None
    locale: str | None = None
    time_zone: str | None = None
    currency: str | None = None


async def update_account(actor: Actor, change: AccountChange) -> AccountRow:
    """Set an account's name, country, language of letters, time zone or currency.

    Raises:
        Refusals: some fields are refused.
        Forbidden
    """
    actor.require(Permission.MANAGE_ACCOUNT)
    wanted = _checked(change)
    account = await _own_account(actor)
    changed = {field: value for field, value in wanted.items() if getattr(account, field) != value}
    if not changed:
        return account
    async with unit_of_work(actor) as unit:
        await Account.filter(id=actor.account_id).update(**changed)
        unit.record(AccountUpdated(actor.account_id, fields=sorted(changed)))
        return await _own_account(actor)


async def _own_account(actor: Actor) -> AccountRow:
    account = await get_account(actor.account_id)
    if account is None:
        raise NotFound
    return account


def _checked(change: AccountChange) -> dict[str, str]:
    form = Form()
    wanted: dict[str, str] = {}
    if change.name is not None:
        wanted["name"] = form.check(clean_name, change.name, ("name",))
    if change.country is not None:
        wanted["country"] = form.check(check_country, change.country)
    if change.locale is not None:
        wanted["locale"] = form.check(check_locale, change.locale)
    if change.time_zone is not None:
        wanted["time_zone"] = form.check(check_time_zone, change.time_zone)
    if change.currency is not None:
        wanted["currency"] = form.check(check_currency, change.currency)
    form.done()
    return wanted


async def switch_account(actor: Actor, account_id: int) -> AccountRow:
    """Go on in another of the person's accounts; the session's cookie stays the same.

    Raises:
        NotFound: they are no member of it.
        Forbidden: the actor is not a session.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    user_id = person_id(actor)
    async with unit_of_work(actor) as unit:
        member = await member_of_user(account_id, user_id)
        account = await get_account(account_id)
        if member is None or account is None:
            raise NotFound(("accountId",))
        moved = await unit.execute(
            "UPDATE session SET account_id = ? WHERE id = ? AND user_id = ? AND account_id <> ?",
            (account_id, actor.session_id, user_id, account_id),
        )
        if moved and actor.session_id is not None:
            unit.record(SessionLeft(actor.session_id, user_id=user_id))
        await unit.execute(
            "UPDATE membership SET last_seen_at = ? WHERE id = ?", (now_micros(), member.id)
        )
    return account
