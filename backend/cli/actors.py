"""Whom a command acts for: an account by number or name, or a person by e-mail."""

from __future__ import annotations

from backend.accounts.service.provision import act_as, act_in
from backend.core.errors import InvalidId
from backend.core.ids import decode_id
from backend.core.permissions import Actor


async def actor_of(account: str) -> Actor:
    """Return who acts in an account.

    A number, an id as the API shows it, or a name stands for the server itself acting there. An
    e-mail address stands for that person, in the account that they last had open.

    Raises:
        NotFound: nobody signs in with this address.
        AccountUnknown, AccountAmbiguous
    """
    if "@" in account:
        return await act_as(account)
    return await act_in(_number(account))


def _number(account: str) -> str:
    try:
        return str(decode_id(account, "Account"))
    except InvalidId:
        return account
