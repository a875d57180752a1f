"""The tables of tasks. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField
from backend.tasks.due.moments import UNDUE
from backend.tasks.rules import TITLE_LENGTH


class Task(Model):
    """Something to do. ``contact`` is whom it is for, if anybody.

    ``due_on`` is a calendar day, ISO 8601; ``due_at`` the instant within it where a time was said.
    ``due_order`` is what lists sort by (see ``due``). ``remind_at`` is when to tell the assignee,
    and ``reminded_at`` when that was done.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE, null=True
    )
    assignee: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.SET_NULL, null=True
    )
    title = fields.CharField(TITLE_LENGTH)
    due_on = fields.CharField(10, null=True)
    due_at = InstantField(null=True)
    due_order = fields.BigIntField(default=UNDUE)
    remind_at = InstantField(null=True)
    reminded_at = InstantField(null=True)
    completed_at = InstantField(null=True)
    completed_by = fields.CharField(200, null=True)
    version = fields.IntField(default=1)
    created_at = InstantField()
    created_by = fields.CharField(200)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "task"
        # The indexes of lists and of what was deleted are partial: they are in the migrations.
        indexes = (
            Index(fields=("contact_id",)),
            Index(fields=("assignee_id",)),
        )


class CalendarFeed(Model):
    """The secret address under which a calendar reads one person's tasks.

    ``token_hash`` finds it; ``sealed_token`` lets its owner see it again.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    token_hash = fields.CharField(64, unique=True)
    sealed_token = fields.TextField()
    created_at = InstantField()
    read_at = InstantField(null=True)

    class Meta:
        table = "calendar_feed"
        unique_together = (("account_id", "user_id"),)
        indexes = (Index(fields=("user_id",)),)
