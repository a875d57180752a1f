"""Reads that other domains may use: who belongs to an account, where and in which language."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from backend.accounts.queries.accounts import AccountRow, get_account
from backend.accounts.queries.people import get_person
from backend.accounts.queries.team import MemberRow, get_member, member_of_user, members
from backend.accounts.rules.places import DEFAULT_TIME_ZONE
from backend.core.errors import NotFound
from backend.core.locale import DEFAULT_LOCALE
from backend.core.permissions import Actor

__all__ = [
    "AccountRow",
    "MemberRow",
    "Whereabouts",
    "account_of",
    "get_member",
    "member_of_user",
    "members",
    "whereabouts",
]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """In which time zone somebody lives and which language they read."""

    zone: ZoneInfo
    locale: str
    name: str = ""
    email: str = ""


async def account_of(actor: Actor) -> AccountRow:
    """Return the settings of the actor's account.

    Raises:
        NotFound: it is gone.
    """
    found = await get_account(actor.account_id)
    if found is None:
        raise NotFound
    return found


async def whereabouts(actor: Actor) -> Whereabouts:
    """Return the actor's; of one without a person, the account's."""
    if actor.user_id is not None:
        person = await get_person(actor.user_id)
        if person is not None:
            return Whereabouts(ZoneInfo(person.time_zone), person.locale, person.name, person.email)
    account = await get_account(actor.account_id)
    if account is None:
        return Whereabouts(ZoneInfo(DEFAULT_TIME_ZONE), DEFAULT_LOCALE)
    return Whereabouts(ZoneInfo(account.time_zone), account.locale)
