"""Object types of this domain."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

import strawberry

from backend.accounts.queries.access import SessionRow, TokenRow
from backend.accounts.queries.accounts import AccountRow, MembershipRow
from backend.accounts.queries.kept import KeptRow
from backend.accounts.queries.people import PersonRow, count_recovery_codes
from backend.accounts.queries.team import InvitationPreviewRow, InvitationRow, MemberRow
from backend.accounts.schema.enums import Theme
from backend.core.graphql import JSON, Node
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Role, Scope


def _id(type_name: str, key: int) -> strawberry.ID:
    return strawberry.ID(encode_id(type_name, key))


async def _count_recovery_codes(root: User) -> int:
    return await count_recovery_codes(root.key)


@strawberry.type
class User(Node):
    """A person who signs in. Only they themselves can read this."""

    key: strawberry.Private[int]
    name: str = strawberry.field(description="What they are called.")
    email: str = strawberry.field(description="What they sign in with.")
    locale: str = strawberry.field(description="Their language: `en`, `fr` or `it`.")
    theme: Theme = strawberry.field(description="The colours they chose.")
    time_zone: str = strawberry.field(description="Their time zone, as in the IANA database.")
    totp_enabled: bool = strawberry.field(
        description="Whether signing in also takes a code from an authenticator."
    )

    recovery_codes_left: int = strawberry.field(
        resolver=_count_recovery_codes,
        description="How many recovery codes they have not used yet.",
    )

    @staticmethod
    def of(row: PersonRow) -> User:
        """Wrap a row."""
        return User(
            id=_id("User", row.id),
            key=row.id,
            name=row.name,
            email=row.email,
            locale=row.locale,
            theme=Theme(row.theme),
            time_zone=row.time_zone,
            totp_enabled=row.has_totp,
        )


@strawberry.type
class Account(Node):
    """A client book, shared by a team."""

    name: str = strawberry.field(description="What it is called.")
    country: str = strawberry.field(
        description="ISO 3166-1 alpha-2 code; how phone numbers and addresses are read by default."
    )
    locale: str = strawberry.field(description="Its language: `en`, `fr` or `it`.")
    time_zone: str = strawberry.field(description="Its time zone, as in the IANA database.")
    currency: str = strawberry.field(description="Its currency, an ISO 4217 code.")

    @staticmethod
    def of(row: AccountRow) -> Account:
        """Wrap a row."""
        return Account(
            id=_id("Account", row.id),
            name=row.name,
            country=row.country,
            locale=row.locale,
            time_zone=row.time_zone,
            currency=row.currency,
        )


@strawberry.type
class Membership:
    """One of the accounts that a person belongs to."""

    account: Account = strawberry.field(description="The account.")
    role: Role = strawberry.field(description="What they may do there.")
    current: bool = strawberry.field(description="Whether it is the one they have open.")

    @staticmethod
    def of(row: MembershipRow, actor: Actor) -> Membership:
        """Wrap a row as the actor sees it."""
        return Membership(
            account=Account.of(row.account),
            role=row.role,
            current=row.account.id == actor.account_id,
        )


@strawberry.type
class Member(Node):
    """Somebody who belongs to the account."""

    name: str = strawberry.field(description="What they are called.")
    email: str = strawberry.field(description="What they sign in with.")
    role: Role = strawberry.field(description="What they may do in the account.")
    joined_at: datetime = strawberry.field(description="Since when.")
    last_seen_at: datetime | None = strawberry.field(
        description="When they last had the account open, to the minute."
    )
    is_viewer: bool = strawberry.field(description="Whether it is the one who asks.")

    @staticmethod
    def of(row: MemberRow, actor: Actor) -> Member:
        """Wrap a row as the actor sees it."""
        return Member(
            id=_id("Member", row.id),
            name=row.name,
            email=row.email,
            role=row.role,
            joined_at=row.joined_at,
            last_seen_at=row.last_seen_at,
            is_viewer=row.user_id == actor.user_id,
        )


@strawberry.type
class Invitation(Node):
    """An open invitation to the account."""

    email: str = strawberry.field(description="Who was invited.")
    role: Role = strawberry.field(description="What they will be.")
    invited_by: str | None = strawberry.field(description="The name of whoever invited them.")
    created_at: datetime = strawberry.field(description="When they were first invited.")
    expires_at: datetime = strawberry.field(
        description="Until when the link works; after that it can be sent again."
    )

    @staticmethod
    def of(row: InvitationRow) -> Invitation:
        """Wrap a row."""
        return Invitation(
            id=_id("Invitation", row.id),
            email=row.email,
            role=row.role,
            invited_by=row.invited_by,
            created_at=row.created_at,
            expires_at=row.expires_at,
        )


@strawberry.type
class InvitationPreview:
    """What the reader of an invitation's link may know before accepting."""

    account_name: str = strawberry.field(description="The account they are invited to.")
    email: str = strawberry.field(description="Who was invited.")
    role: Role = strawberry.field(description="What they will be there.")
    invited_by: str | None = strawberry.field(description="The name of whoever invited them.")
    registered: bool = strawberry.field(
        description="Whether this address signs in already: accepting then takes its password, "
        "and no name."
    )

    @staticmethod
    def of(row: InvitationPreviewRow) -> InvitationPreview:
        """Wrap a row."""
        return InvitationPreview(
            account_name=row.account_name,
            email=row.email,
            role=row.role,
            invited_by=row.invited_by,
            registered=row.registered,
        )


@strawberry.type
class Session(Node):
    """A browser where the viewer is signed in."""

    created_at: datetime = strawberry.field(description="When they signed in there.")
    last_seen_at: datetime = strawberry.field(description="When it was last used, to the minute.")
    user_agent: str = strawberry.field(description="What the browser calls itself.")
    ip_address: str = strawberry.field(description="The address it was last used from.")
    current: bool = strawberry.field(description="Whether it is the one that asks.")

    @staticmethod
    def of(row: SessionRow, actor: Actor) -> Session:
        """Wrap a row as the actor sees it."""
        return Session(
            id=_id("Session", row.id),
            created_at=row.created_at,
            last_seen_at=row.last_seen_at,
            user_agent=row.user_agent,
            ip_address=row.ip_address,
            current=row.id == actor.session_id,
        )


@strawberry.type
class ApiToken(Node):
    """A key that the viewer made for a client app."""

    name: str = strawberry.field(description="What it is for.")
    prefix: str = strawberry.field(description="How it begins; the rest is not kept.")
    scopes: list[Scope] = strawberry.field(description="What it may do, within its maker's role.")
    created_at: datetime = strawberry.field(description="When it was made.")
    expires_at: datetime | None = strawberry.field(
        description="When it stops working; null for never."
    )
    last_used_at: datetime | None = strawberry.field(
        description="When it was last used, to the minute; null for never."
    )

    @staticmethod
    def of(row: TokenRow) -> ApiToken:
        """Wrap a row."""
        return ApiToken(
            id=_id("ApiToken", row.id),
            name=row.name,
            prefix=row.prefix,
            scopes=list(row.scopes),
            created_at=row.created_at,
            expires_at=row.expires_at,
            last_used_at=row.last_used_at,
        )


@strawberry.type
class Preference:
    """A choice of the viewer, such as the columns of a list."""

    key: str = strawberry.field(description="What it is about.")
    value: JSON = strawberry.field(description="What they chose.")

    @staticmethod
    def of(row: KeptRow) -> Preference:
        """Wrap a row."""
        return Preference(key=row.key, value=cast(Any, row.value))


@strawberry.type
class Draft:
    """What the viewer typed somewhere and has not saved yet."""

    key: str = strawberry.field(description="Where it was typed.")
    value: JSON = strawberry.field(description="What was typed.")
    updated_at: datetime = strawberry.field(description="When it was last kept.")

    @staticmethod
    def of(row: KeptRow) -> Draft:
        """Wrap a row."""
        return Draft(key=row.key, value=cast(Any, row.value), updated_at=row.updated_at)
