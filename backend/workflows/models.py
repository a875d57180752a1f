"""The tables of workflows. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.contacts.columns import SortKeyField
from backend.core.fields import InstantField
from backend.workflows.limits import ITEM_LENGTH, NAME_LENGTH, REASON_LENGTH, TITLE_LENGTH


class Workflow(Model):
    """A board. ``position`` is its place among the account's."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    name = fields.CharField(NAME_LENGTH)
    position = fields.IntField()
    version = fields.IntField(default=1)
    created_at = InstantField()
    created_by = fields.CharField(200)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "workflow"
        indexes = (Index(fields=("account_id", "position")), Index(fields=("deleted_at",)))


class WorkflowStep(Model):
    """A column of a board. ``position`` counts from 0; the outcomes, won and lost, stand last."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    workflow: fields.ForeignKeyRelation[Workflow] = fields.ForeignKeyField(
        "workflows.Workflow", on_delete=fields.CASCADE
    )
    name = fields.CharField(NAME_LENGTH)
    color = fields.CharField(10)
    kind = fields.CharField(10)
    position = fields.IntField()
    stale_after_days = fields.IntField(null=True)
    version = fields.IntField(default=1)
    created_at = InstantField()
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "workflow_step"
        indexes = (Index(fields=("workflow_id", "position")), Index(fields=("account_id",)))


class Card(Model):
    """Something that passes through a workflow.

    ``rank`` is its place in its step (see ``rules.ranks``), compared byte by byte.
    ``contact`` is its main contact. The value is in minor units of ``currency``; ``due_on`` is a
    calendar day, ISO 8601. ``version`` grows with every change; ``moved_version`` and
    ``edited_version`` are what it was at the last move, and at the last edit of what is written on
    it, so that a move and an edit do not refuse one another.
    ``hidden_at`` is since when its contact is in the trash. ``title_key`` is the folded title.
    The checklist is counted here, as boards show it on every card.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    workflow: fields.ForeignKeyRelation[Workflow] = fields.ForeignKeyField(
        "workflows.Workflow", on_delete=fields.CASCADE
    )
    step: fields.ForeignKeyRelation[WorkflowStep] = fields.ForeignKeyField(
        "workflows.WorkflowStep", on_delete=fields.NO_ACTION
    )
    contact: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE, null=True
    )
    assignee: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.SET_NULL, null=True
    )
    rank = SortKeyField()
    title = fields.CharField(TITLE_LENGTH, null=True)
    title_key = fields.TextField()
    value_minor = fields.BigIntField(null=True)
    currency = fields.CharField(3, null=True)
    due_on = fields.CharField(10, null=True)
    lost_reason = fields.CharField(REASON_LENGTH, null=True)
    step_entered_at = InstantField()
    checklist_done = fields.IntField(default=0)
    checklist_total = fields.IntField(default=0)
    version = fields.IntField(default=1)
    moved_version = fields.IntField(default=1)
    edited_version = fields.IntField(default=1)
    created_at = InstantField()
    created_by = fields.CharField(200)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    archived_at = InstantField(null=True)
    deleted_at = InstantField(null=True)
    hidden_at = InstantField(null=True)

    class Meta:
        table = "card"
        # The indexes of what a board shows are partial: they are in the migrations.
        indexes = (
            Index(fields=("account_id",)),
            Index(fields=("step_id", "rank")),
            Index(fields=("contact_id",)),
            Index(fields=("workflow_id",)),
            Index(fields=("assignee_id",)),
            Index(fields=("deleted_at",)),
        )


class CardContact(Model):
    """A further contact of a card."""

    id = fields.BigIntField(primary_key=True)
    card: fields.ForeignKeyRelation[Card] = fields.ForeignKeyField(
        "workflows.Card", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )

    class Meta:
        table = "card_contact"
        unique_together = (("card", "contact"),)
        indexes = (Index(fields=("contact_id", "card_id")),)


class CardLabel(Model):
    """A label on a card."""

    id = fields.BigIntField(primary_key=True)
    card: fields.ForeignKeyRelation[Card] = fields.ForeignKeyField(
        "workflows.Card", on_delete=fields.CASCADE
    )
    label: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "labels.Label", on_delete=fields.CASCADE
    )

    class Meta:
        table = "card_label"
        unique_together = (("card", "label"),)
        indexes = (Index(fields=("label_id", "card_id")),)


class CardItem(Model):
    """A line of a card's checklist, at the place that ``rank`` says."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    card: fields.ForeignKeyRelation[Card] = fields.ForeignKeyField(
        "workflows.Card", on_delete=fields.CASCADE
    )
    text = fields.CharField(ITEM_LENGTH)
    done_at = InstantField(null=True)
    done_by = fields.CharField(200, null=True)
    rank = SortKeyField()
    deleted_at = InstantField(null=True)

    class Meta:
        table = "card_item"
        indexes = (Index(fields=("card_id", "rank")), Index(fields=("account_id",)))


class CardNote(Model):
    """A note on a card, in Markdown."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    card: fields.ForeignKeyRelation[Card] = fields.ForeignKeyField(
        "workflows.Card", on_delete=fields.CASCADE
    )
    text = fields.TextField()
    version = fields.IntField(default=1)
    created_at = InstantField()
    created_by = fields.CharField(200)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "card_note"
        indexes = (
            Index(fields=("card_id", "id")),
            Index(fields=("account_id",)),
            Index(fields=("deleted_at",)),
        )


class CardFile(Model):
    """A file of a card. ``name`` is what it is called there."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    card: fields.ForeignKeyRelation[Card] = fields.ForeignKeyField(
        "workflows.Card", on_delete=fields.CASCADE
    )
    file: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "files.StoredFile", on_delete=fields.NO_ACTION
    )
    name = fields.CharField(255)
    created_at = InstantField()
    created_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "card_file"
        indexes = (
            Index(fields=("card_id", "id")),
            Index(fields=("account_id",)),
            Index(fields=("file_id",)),
            Index(fields=("deleted_at",)),
        )


class CardDocument(Model):
    """That a quote or an invoice belongs to a card."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    card: fields.ForeignKeyRelation[Card] = fields.ForeignKeyField(
        "workflows.Card", on_delete=fields.CASCADE
    )
    document: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "billing.BillingDocument", on_delete=fields.CASCADE
    )

    class Meta:
        table = "card_document"
        unique_together = (("card", "document"),)
        indexes = (Index(fields=("document_id", "card_id")), Index(fields=("account_id",)))


class CardStay(Model):
    """That a card was in a step from one instant to another; still is while ``left_at`` is null.

    ``left_rank`` is its place there when it left: giving a deleted step back its cards finds it.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    workflow_id = fields.BigIntField()
    card: fields.ForeignKeyRelation[Card] = fields.ForeignKeyField(
        "workflows.Card", on_delete=fields.CASCADE
    )
    step: fields.ForeignKeyRelation[WorkflowStep] = fields.ForeignKeyField(
        "workflows.WorkflowStep", on_delete=fields.CASCADE
    )
    entered_at = InstantField()
    entered_by = fields.CharField(200)
    left_at = InstantField(null=True)
    left_rank = fields.TextField(null=True)

    class Meta:
        table = "card_stay"
        indexes = (
            Index(fields=("card_id", "left_at")),
            Index(fields=("step_id", "left_at")),
            Index(fields=("workflow_id", "entered_at")),
            Index(fields=("account_id",)),
        )


class Automation(Model):
    """What happens by itself: ``trigger`` says when, ``action`` what, ``parameters`` (JSON) how."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    workflow: fields.ForeignKeyRelation[Workflow] = fields.ForeignKeyField(
        "workflows.Workflow", on_delete=fields.CASCADE
    )
    step: fields.ForeignKeyNullableRelation[WorkflowStep] = fields.ForeignKeyField(
        "workflows.WorkflowStep", on_delete=fields.CASCADE, null=True
    )
    trigger = fields.CharField(30)
    action = fields.CharField(30)
    parameters = fields.TextField()
    enabled = fields.BooleanField(default=True)
    version = fields.IntField(default=1)
    created_at = InstantField()
    created_by = fields.CharField(200)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "automation"
        indexes = (
            Index(fields=("workflow_id", "id")),
            Index(fields=("step_id",)),
            Index(fields=("account_id",)),
        )


class AutomationRun(Model):
    """That an automation ran for a card because of one change of the log: once at most."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    automation: fields.ForeignKeyRelation[Automation] = fields.ForeignKeyField(
        "workflows.Automation", on_delete=fields.CASCADE
    )
    card: fields.ForeignKeyRelation[Card] = fields.ForeignKeyField(
        "workflows.Card", on_delete=fields.CASCADE
    )
    sequence = fields.BigIntField()
    outcome = fields.CharField(30)
    ran_at = InstantField()

    class Meta:
        table = "automation_run"
        unique_together = (("automation", "card", "sequence"),)
        indexes = (Index(fields=("card_id",)), Index(fields=("account_id",)))


class BoardViewer(Model):
    """Somebody who looks at a board now, and the card that they hold.

    One row for each look, of one process, which says from time to time that it is still there.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    workflow: fields.ForeignKeyRelation[Workflow] = fields.ForeignKeyField(
        "workflows.Workflow", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    card_id = fields.BigIntField(null=True)
    process = fields.CharField(32)
    seen_at = InstantField()

    class Meta:
        table = "board_viewer"
        indexes = (
            Index(fields=("workflow_id", "user_id")),
            Index(fields=("process",)),
            Index(fields=("account_id",)),
            Index(fields=("user_id",)),
            Index(fields=("seen_at",)),
        )
