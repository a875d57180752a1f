"""Who is signed in, and all that is theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import strawberry

from backend.accounts.queries import access, accounts, kept, people, team
from backend.accounts.schema.types import (
    Account,
    ApiToken,
    Draft,
    Invitation,
    Member,
    Membership,
    Preference,
    Session,
    User,
)
from backend.core.change_log import current_cursor
from backend.core.errors import TooMany, Unauthenticated
from backend.core.mail import Delivery, delivery
from backend.core.permissions import Actor, Permission, Role

MAX_PREFERENCE_KEYS = 100


def _field(*, description: str) -> Callable[[Callable[..., Any]], Any]:
    """Make a field of a resolver; ``strawberry.field`` itself would leave the method untyped."""
    return lambda resolver: strawberry.field(resolver=resolver, description=description)


@strawberry.type
class Viewer:
    """Who is signed in, and the account they have open."""

    actor: strawberry.Private[Actor]

    @_field(description="The person; for an API token, whoever made it.")
    async def user(self) -> User:
        row = await people.get_person(self.user_id)
        if row is None:
            raise Unauthenticated
        return User.of(row)

    @_field(description="The account they have open.")
    async def account(self) -> Account:
        row = await accounts.get_account(self.actor.account_id)
        if row is None:
            raise Unauthenticated
        return Account.of(row)

    @_field(description="What they are in it.")
    def role(self) -> Role:
        return self.actor.role

    @_field(description="What they may do in it, here and now.")
    def permissions(self) -> list[Permission]:
        return sorted(self.actor.permissions, key=list(Permission).index)

    @_field(description="The accounts they belong to. An API token knows its own only.")
    async def accounts(self) -> list[Membership]:
        rows = await accounts.memberships_of(self.user_id)
        return [
            Membership.of(row, self.actor)
            for row in rows
            if self.is_person or row.account.id == self.actor.account_id
        ]

    @_field(description="The account's place in its history now: follow `changes` from here.")
    async def cursor(self) -> str | None:
        return await current_cursor(self.actor.account_id)

    @_field(
        description="The browsers where they are signed in, the one used last first. "
        "Empty for an API token."
    )
    async def sessions(self) -> list[Session]:
        if not self.is_person:
            return []
        rows = await access.sessions_of(self.user_id)
        return [Session.of(row, self.actor) for row in rows]

    @_field(
        description="The API tokens they made in this account, the newest first. "
        "Empty for an API token."
    )
    async def tokens(self) -> list[ApiToken]:
        if not self.is_person:
            return []
        rows = await access.tokens_of(self.actor.account_id, self.user_id)
        return [ApiToken.of(row) for row in rows]

    @_field(
        description="Those of their choices that are set, in the order asked for. "
        "Empty for an API token."
    )
    async def preferences(
        self,
        keys: Annotated[list[str], strawberry.argument(description="Which ones; up to 100.")],
    ) -> list[Preference]:
        if len(keys) > MAX_PREFERENCE_KEYS:
            raise TooMany(("keys",), maximum=MAX_PREFERENCE_KEYS)
        if not self.is_person:
            return []
        rows = await kept.preferences(self.actor.account_id, self.user_id, keys)
        return [Preference.of(row) for row in rows]

    @_field(description="What they typed somewhere and have not saved yet, if anything.")
    async def draft(
        self, key: Annotated[str, strawberry.argument(description="Where it was typed.")]
    ) -> Draft | None:
        if not self.is_person:
            return None
        row = await kept.draft(self.actor.account_id, self.user_id, key)
        return Draft.of(row) if row else None

    @_field(description="Everybody who belongs to the account, the oldest member first.")
    async def members(self) -> list[Member]:
        rows = await team.members(self.actor.account_id)
        return [Member.of(row, self.actor) for row in rows]

    @_field(
        description="Open invitations to the account, the newest first. "
        "Empty for those who may not manage the team."
    )
    async def invitations(self) -> list[Invitation]:
        if not self.actor.can(Permission.MANAGE_TEAM):
            return []
        return [Invitation.of(row) for row in await team.invitations(self.actor.account_id)]

    @_field(description="Where this server's letters go.")
    def mail_delivery(self) -> Delivery:
        return delivery()

    @property
    def user_id(self) -> int:
        """The person's primary key."""
        if self.actor.user_id is None:
            raise Unauthenticated
        return self.actor.user_id

    @property
    def is_person(self) -> bool:
        """Whether a person asks themselves, and not through an API token."""
        return self.actor.can(Permission.MANAGE_OWN_USER)
