"""The tables of people, accounts and what lets people in; for writing, reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField


class Account(Model):
    """One client book, shared by a team."""

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(100)
    country = fields.CharField(2)
    locale = fields.CharField(5)
    time_zone = fields.CharField(64)
    currency = fields.CharField(3)
    created_at = InstantField()

    class Meta:
        table = "account"


class User(Model):
    """A person who signs in, and belongs to accounts through memberships.

    ``totp_last_step`` is the last 30-second step whose code was accepted: a code works once.
    """

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(100)
    email = fields.CharField(254)
    email_key = fields.CharField(254, unique=True)
    password_hash = fields.CharField(255)
    locale = fields.CharField(5)
    theme = fields.CharField(6)
    time_zone = fields.CharField(64)
    totp_secret = fields.TextField(null=True)
    totp_pending_secret = fields.TextField(null=True)
    totp_last_step = fields.BigIntField(default=0)
    created_at = InstantField()

    class Meta:
        table = "user_account"


class Membership(Model):
    """A person's place in an account."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    role = fields.CharField(6)
    joined_at = InstantField()
    last_seen_at = InstantField(null=True)

    class Meta:
        table = "membership"
        unique_together = (("account_id", "user_id"),)
        indexes = (Index(fields=("user_id",)),)


class Session(Model):
    """A signed-in browser, in one account at a time. The cookie's token is kept as a hash."""

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    token_hash = fields.CharField(64, unique=True)
    user_agent = fields.CharField(400)
    ip_address = fields.CharField(45)
    created_at = InstantField()
    last_seen_at = InstantField()
    expires_at = InstantField()

    class Meta:
        table = "session"
        indexes = (
            Index(fields=("account_id", "user_id")),
            Index(fields=("user_id",)),
            Index(fields=("expires_at",)),
        )


class SessionTicket(Model):
    """What a sign-in hands to the browser, to be exchanged once for a session's cookie."""

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    token_hash = fields.CharField(64, unique=True)
    expires_at = InstantField()

    class Meta:
        table = "session_ticket"
        indexes = (
            Index(fields=("user_id",)),
            Index(fields=("account_id",)),
            Index(fields=("expires_at",)),
        )


class PasswordReset(Model):
    """A letter with a link that lets its reader choose a new password, once."""

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    token_hash = fields.CharField(64, unique=True)
    expires_at = InstantField()

    class Meta:
        table = "password_reset"
        indexes = (Index(fields=("user_id",)), Index(fields=("expires_at",)))


class EmailChange(Model):
    """A new address that waits for its confirmation; one per person."""

    id = fields.BigIntField(primary_key=True)
    user: fields.OneToOneRelation[User] = fields.OneToOneField(
        "accounts.User", on_delete=fields.CASCADE
    )
    email = fields.CharField(254)
    email_key = fields.CharField(254)
    token_hash = fields.CharField(64, unique=True)
    expires_at = InstantField()

    class Meta:
        table = "email_change"
        indexes = (Index(fields=("expires_at",)),)


class RecoveryCode(Model):
    """A code for the day the authenticator is lost; the row goes when it is used."""

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    code_hash = fields.CharField(64)

    class Meta:
        table = "recovery_code"
        unique_together = (("user_id", "code_hash"),)


class Invitation(Model):
    """An open invitation to an account; the row goes when it is accepted or revoked."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    email = fields.CharField(254)
    email_key = fields.CharField(254)
    role = fields.CharField(6)
    token_hash = fields.CharField(64, unique=True)
    invited_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.SET_NULL, null=True, related_name="invitations"
    )
    created_at = InstantField()
    expires_at = InstantField()

    class Meta:
        table = "invitation"
        unique_together = (("account_id", "email_key"),)
        indexes = (Index(fields=("invited_by_id",)), Index(fields=("expires_at",)))


class ApiToken(Model):
    """A key for a client app, within its maker's role in one account.

    ``prefix`` is shown in lists; of the whole token only the SHA-256 is kept.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    name = fields.CharField(100)
    prefix = fields.CharField(20, unique=True)
    token_hash = fields.CharField(64)
    scopes = fields.CharField(20)
    created_at = InstantField()
    expires_at = InstantField(null=True)
    last_used_at = InstantField(null=True)

    class Meta:
        table = "api_token"
        indexes = (Index(fields=("account_id", "user_id")), Index(fields=("user_id",)))


class Preference(Model):
    """A choice of one person in one account, such as the columns of a list. ``value`` is JSON."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    key = fields.CharField(100)
    value = fields.TextField()
    updated_at = InstantField()

    class Meta:
        table = "preference"
        unique_together = (("account_id", "user_id", "key"),)
        indexes = (Index(fields=("user_id",)),)


class Draft(Model):
    """What a person typed and has not saved yet. ``value`` is JSON."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    key = fields.CharField(100)
    value = fields.TextField()
    updated_at = InstantField()

    class Meta:
        table = "draft"
        unique_together = (("account_id", "user_id", "key"),)
        indexes = (Index(fields=("user_id",)), Index(fields=("updated_at",)))


class Attempt(Model):
    """How often something limited was tried in the current window, see ``rate_limits``."""

    key = fields.CharField(200, primary_key=True)
    count = fields.IntField()
    expires_at = InstantField()

    class Meta:
        table = "attempt"
        indexes = (Index(fields=("expires_at",)),)
