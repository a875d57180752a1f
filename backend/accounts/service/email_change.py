"""Signing in with another address: asked for with the password, confirmed by a letter to it."""

from __future__ import annotations

from datetime import timedelta

from tortoise.exceptions import IntegrityError

from backend.accounts.errors import EmailLinkInvalid, EmailTaken
from backend.accounts.letters import confirm_email_letter, email_changed_letter
from backend.accounts.models import EmailChange, User
from backend.accounts.queries.accounts import account_to_open
from backend.accounts.queries.people import find_person, get_person
from backend.accounts.rate_limits import EMAIL_CHANGE_BY_USER, count_try
from backend.accounts.rules.text import parse_email
from backend.accounts.service.own_password import confirm_password
from backend.accounts.service.profile import tell_accounts
from backend.accounts.service.visitor import Visitor
from backend.core.clock import now, now_micros
from backend.core.mail import queue_letter
from backend.core.permissions import Actor, Role
from backend.core.secrets import new_token, token_hash
from backend.core.unit_of_work import unit_of_work

CONFIRM_HOURS = 24


async def request_email_change(actor: Actor, email: str, password: str) -> str:
    """Write to a new address to have it confirmed; return it as it will be kept.

    An earlier request that waits is forgotten.

    Raises:
        EmailInvalid, EmailTaken, PasswordWrong, RateLimited, Forbidden
    """
    parsed = parse_email(email)
    person = await confirm_password(actor, password)
    await count_try((EMAIL_CHANGE_BY_USER, person.id))
    holder = await find_person(parsed.key)
    if holder is not None and (holder.id != person.id or holder.email == parsed.address):
        raise EmailTaken(("email",))
    token = new_token()
    async with unit_of_work(actor) as unit:
        await unit.execute("DELETE FROM email_change WHERE user_id = ?", (person.id,))
        await EmailChange.create(
            user_id=person.id,
            email=parsed.address,
            email_key=parsed.key,
            token_hash=token_hash(token),
            expires_at=now() + timedelta(hours=CONFIRM_HOURS),
        )
        queue_letter(
            unit,
            confirm_email_letter(
                to=parsed.address,
                locale=person.locale,
                name=person.name,
                token=token,
                hours=CONFIRM_HOURS,
            ),
        )
    return parsed.address


async def confirm_email_change(visitor: Visitor, token: str) -> str:
    """Sign in with the new address from now on; return it. The old one is told.

    Raises:
        EmailLinkInvalid: used, too old, or not ours.
        EmailTaken: somebody else signed up with it meanwhile.
    """
    try:
        async with unit_of_work(visitor.server) as unit:
            rows = await unit.fetch(
                "DELETE FROM email_change WHERE token_hash = ? AND expires_at > ? "
                "RETURNING user_id, email, email_key",
                (token_hash(token), now_micros()),
            )
            person = await get_person(rows[0][0]) if rows else None
            if person is None:
                raise EmailLinkInvalid(("token",))
            _, email, email_key = rows[0]
            unit.actor = visitor.become(
                user_id=person.id,
                account_id=await account_to_open(person.id) or 0,
                role=Role.VIEWER,
                name=person.name,
            )
            await User.filter(id=person.id).update(email=email, email_key=email_key)
            # Links that went to the old address must not open the new sign-in.
            await unit.execute("DELETE FROM password_reset WHERE user_id = ?", (person.id,))
            await tell_accounts(unit, person.id, ["email"])
            queue_letter(
                unit,
                email_changed_letter(
                    to=person.email, locale=person.locale, name=person.name, new_email=email
                ),
            )
    except IntegrityError:
        raise EmailTaken(("email",)) from None
    return str(email)
