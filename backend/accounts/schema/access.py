"""Mutations of what lets somebody in: sessions, API tokens, the open account."""

from __future__ import annotations

import strawberry

from backend.accounts.schema.inputs import (
    CreateTokenInput,
    RevokeSessionInput,
    RevokeTokenInput,
    SwitchAccountInput,
    UpdateAccountInput,
)
from backend.accounts.schema.types import Account, ApiToken
from backend.accounts.service import account, sessions, tokens
from backend.core.graphql import Info, Payload, mutation
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission


@strawberry.type
class RevokeSessionPayload(Payload):
    """What ending a session answers."""

    revoked_id: strawberry.ID | None = strawberry.field(
        default=None, description="The session that has ended."
    )


@strawberry.type
class RevokeOtherSessionsPayload(Payload):
    """What ending the other sessions answers."""

    revoked_count: int = strawberry.field(default=0, description="How many have ended.")


@strawberry.type
class CreateTokenPayload(Payload):
    """What making an API token answers."""

    token: ApiToken | None = strawberry.field(default=None, description="The token.")
    secret: str | None = strawberry.field(
        default=None,
        description="What the client app sends as `Authorization: Bearer …`. Shown this once.",
    )


@strawberry.type
class RevokeTokenPayload(Payload):
    """What ending an API token answers."""

    revoked_id: strawberry.ID | None = strawberry.field(
        default=None, description="The token that has ended."
    )


@strawberry.type
class SwitchAccountPayload(Payload):
    """What going on in another account answers."""

    account: Account | None = strawberry.field(
        default=None, description="The account that is open now."
    )


@strawberry.type
class UpdateAccountPayload(Payload):
    """What setting the account answers."""

    account: Account | None = strawberry.field(
        default=None, description="The account as it is now."
    )


@strawberry.type
class AccessMutation:
    """What lets somebody in."""

    @mutation(Permission.MANAGE_OWN_USER, description="End one of the viewer's sessions.")
    async def revoke_session(self, info: Info, input: RevokeSessionInput) -> RevokeSessionPayload:
        key = decode_id(input.id, "Session", ("id",))
        await sessions.revoke_session(info.context.actor, key)
        return RevokeSessionPayload(revoked_id=input.id)

    @mutation(
        Permission.MANAGE_OWN_USER, description="End all sessions of the viewer but the one asking."
    )
    async def revoke_other_sessions(self, info: Info) -> RevokeOtherSessionsPayload:
        count = await sessions.revoke_other_sessions(info.context.actor)
        return RevokeOtherSessionsPayload(revoked_count=count)

    @mutation(
        Permission.MANAGE_OWN_USER,
        description="Go on in another of the viewer's accounts, in the same session.",
    )
    async def switch_account(self, info: Info, input: SwitchAccountInput) -> SwitchAccountPayload:
        key = decode_id(input.account_id, "Account", ("accountId",))
        row = await account.switch_account(info.context.actor, key)
        return SwitchAccountPayload(account=Account.of(row))

    @mutation(
        Permission.MANAGE_ACCOUNT,
        description="Set the account's name, country, language, time zone or currency.",
    )
    async def update_account(self, info: Info, input: UpdateAccountInput) -> UpdateAccountPayload:
        change = account.AccountChange(
            name=given(input.name),
            country=given(input.country),
            locale=given(input.locale),
            time_zone=given(input.time_zone),
            currency=given(input.currency),
        )
        row = await account.update_account(info.context.actor, change)
        return UpdateAccountPayload(account=Account.of(row))

    @mutation(
        Permission.MANAGE_TOKENS, description="Make an API token for a client app in this account."
    )
    async def create_token(self, info: Info, input: CreateTokenInput) -> CreateTokenPayload:
        made = await tokens.create_token(
            info.context.actor, input.name, input.scopes, given(input.expires_at)
        )
        return CreateTokenPayload(token=ApiToken.of(made.row), secret=made.secret)

    @mutation(
        Permission.MANAGE_OWN_USER,
        description="End one of the viewer's API tokens at once, its open connections too.",
    )
    async def revoke_token(self, info: Info, input: RevokeTokenInput) -> RevokeTokenPayload:
        key = decode_id(input.id, "ApiToken", ("id",))
        await tokens.revoke_token(info.context.actor, key)
        return RevokeTokenPayload(revoked_id=input.id)
