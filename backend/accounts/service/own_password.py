"""Asking a signed-in person for their password again, before what matters."""

from __future__ import annotations

from collections.abc import Sequence

from backend.accounts.errors import PasswordWrong
from backend.accounts.hashing import verify_password
from backend.accounts.queries.people import PersonRow, get_person
from backend.accounts.rate_limits import PASSWORD_BY_USER, count_try, forget_tries
from backend.core.errors import Unauthenticated
from backend.core.permissions import Actor, Permission


def person_id(actor: Actor) -> int:
    """Return the primary key of the person who acts, themselves or through their token.

    Raises:
        Unauthenticated: the actor is the server itself.
    """
    if actor.user_id is None:
        raise Unauthenticated
    return actor.user_id


async def own_person(actor: Actor) -> PersonRow:
    """Return the signed-in person themselves.

    Raises:
        Forbidden: the actor is an API token.
        Unauthenticated: they are nobody any more, or the server itself.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    person = await get_person(person_id(actor))
    if person is None:
        raise Unauthenticated
    return person


async def confirm_password(
    actor: Actor, password: str, path: Sequence[str] = ("password",)
) -> PersonRow:
    """Return the signed-in person once their password is proved.

    Raises:
        PasswordWrong, RateLimited, Forbidden
    """
    person = await own_person(actor)
    await count_try((PASSWORD_BY_USER, person.id))
    right, _ = await verify_password(password, person.password_hash)
    if not right:
        raise PasswordWrong(path)
    await forget_tries((PASSWORD_BY_USER, person.id))
    return person
