"""The table of projects. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField


class Project(Model):
    """What a contact asked for on a marketplace.

    ``lead_id`` is what ``source`` calls it: the same lead is one project for ever. A budget is in
    minor units of its currency. ``deadline`` is a day, ISO 8601.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    source = fields.CharField(100)
    lead_id = fields.CharField(200)
    title = fields.CharField(200)
    description = fields.TextField(null=True)
    budget_minor = fields.BigIntField(null=True)
    currency = fields.CharField(3, null=True)
    deadline = fields.CharField(10, null=True)
    status = fields.CharField(10)
    created_at = InstantField()
    updated_at = InstantField()

    class Meta:
        table = "project"
        unique_together = (("account_id", "source", "lead_id"),)
        indexes = (Index(fields=("contact_id", "id")),)


class ProjectFile(Model):
    """A file that came with a lead: one of the contact's attachments."""

    id = fields.BigIntField(primary_key=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField(
        "marketplace.Project", on_delete=fields.CASCADE
    )
    attachment: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "files.Attachment", on_delete=fields.CASCADE
    )

    class Meta:
        table = "project_file"
        indexes = (Index(fields=("project_id",)), Index(fields=("attachment_id",)))
