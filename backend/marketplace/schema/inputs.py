"""What mutations of marketplaces take, and answer."""

from __future__ import annotations

from datetime import date

import strawberry

from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.marketplace.drafts import Budget, LeadDraft, LeadPerson
from backend.marketplace.schema.types import Project
from backend.marketplace.statuses import ProjectStatus


@strawberry.input
class LeadContactInput:
    """Who asks. An e-mail or a phone is needed, and enough."""

    email: str | None = strawberry.field(
        default=strawberry.UNSET, description="Finds the contact that has it."
    )
    phone: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Finds the contact that has it, where none has the e-mail. As typed; without "
        "a country code it is of the account's country.",
    )
    given_name: str | None = strawberry.field(
        default=strawberry.UNSET, description="For a new contact."
    )
    family_name: str | None = strawberry.field(
        default=strawberry.UNSET, description="For a new contact."
    )
    company: str | None = strawberry.field(
        default=strawberry.UNSET, description="For a new contact."
    )

    def to_person(self) -> LeadPerson:
        """Return the domain's person."""
        return LeadPerson(
            given_name=given(self.given_name),
            family_name=given(self.family_name),
            company=given(self.company),
            email=given(self.email),
            phone=given(self.phone),
        )


@strawberry.input
class ProjectBudgetInput:
    """What the client wants to spend."""

    amount_minor: int = strawberry.field(
        description="In minor units of the currency, at most 2,000,000,000: 120050 is 1,200.50 EUR."
    )
    currency: str = strawberry.field(description="ISO 4217 code.")


@strawberry.input
class SubmitLeadInput:
    """A lead of a marketplace."""

    source: str = strawberry.field(description="The marketplace; at most 100 characters.")
    lead_id: str = strawberry.field(
        description="What the marketplace calls the lead, at most 200 characters: the same source "
        "and id again answer with the first project, for ever."
    )
    contact: LeadContactInput = strawberry.field(description="Who asks.")
    title: str = strawberry.field(description="What is asked for; at most 200 characters.")
    description: str | None = strawberry.field(
        default=strawberry.UNSET, description="At length; at most 20,000 characters."
    )
    budget: ProjectBudgetInput | None = strawberry.field(
        default=strawberry.UNSET, description="What the client wants to spend."
    )
    deadline: date | None = strawberry.field(
        default=strawberry.UNSET, description="By which day it is wanted."
    )
    status: ProjectStatus = strawberry.field(
        default=ProjectStatus.NEW, description="Where it stands."
    )
    upload_ids: list[strawberry.ID] = strawberry.field(
        default_factory=list,
        description="Files, from `createFileUpload` with the same token; at most 20. They become "
        "attachments of the contact.",
    )

    def to_draft(self) -> LeadDraft:
        """Return the domain's draft."""
        budget = given(self.budget)
        return LeadDraft(
            source=self.source,
            lead_id=self.lead_id,
            title=self.title,
            person=self.contact.to_person(),
            description=given(self.description),
            budget=None if budget is None else Budget(budget.amount_minor, budget.currency),
            deadline=given(self.deadline),
            status=self.status,
            upload_ids=tuple(self.upload_ids),
        )


@strawberry.type
class SubmitLeadPayload(Payload):
    """What handing a lead in answers; nothing of what was known of the contact before."""

    project_id: strawberry.ID | None = strawberry.field(
        default=None, description="The project that the lead is; null when it was refused."
    )
    contact_id: strawberry.ID | None = strawberry.field(
        default=None, description="The contact whose project it is."
    )
    created: bool = strawberry.field(
        default=False, description="Whether the lead is new; false when it was handed in before."
    )
    contact_created: bool = strawberry.field(
        default=False, description="Whether the contact was made for it."
    )


@strawberry.input
class ChangeProjectStatusInput:
    """Where a project stands from now on."""

    id: strawberry.ID = strawberry.field(description="Which project.")
    status: ProjectStatus = strawberry.field(description="Where it stands.")


@strawberry.type
class ChangeProjectStatusPayload(Payload):
    """What changing a project's status answers."""

    project: Project | None = strawberry.field(default=None, description="The project as it is.")
