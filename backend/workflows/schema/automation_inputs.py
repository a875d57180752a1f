"""What mutations of automations take, and answer."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.workflows.rules.automating import AutomationAction, AutomationTrigger, Parameters
from backend.workflows.schema.automation_types import Automation
from backend.workflows.service.automations import AutomationDraft


@strawberry.input
class AddTaskActionInput:
    """A task to add for the card's contact."""

    title: str = strawberry.field(description="What it is called; at most 300 characters.")
    due_in_days: int | None = strawberry.field(
        default=strawberry.UNSET,
        description="How many days after the card came it is due: 0 to 365; never when left out.",
    )
    assignee_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The member whose it is; nobody's when left out."
    )


@strawberry.input
class SendSavedReplyActionInput:
    """A saved reply to send to the card's contact."""

    saved_reply_id: strawberry.ID = strawberry.field(description="Which one.")


@strawberry.input
class AddLabelActionInput:
    """A label to put on the card."""

    label_id: strawberry.ID = strawberry.field(description="Which one.")


@strawberry.input
class NotifyActionInput:
    """Somebody to tell."""

    member_id: strawberry.ID = strawberry.field(description="Which member.")


@strawberry.input
class MoveCardActionInput:
    """Where to move the card."""

    step_id: strawberry.ID = strawberry.field(
        description="To the foot of which step, of this board or another."
    )


@strawberry.input(one_of=True)
class AutomationActionInput:
    """What an automation does: one of these."""

    add_task: AddTaskActionInput | None = strawberry.field(
        default=strawberry.UNSET, description="Add a task."
    )
    send_saved_reply: SendSavedReplyActionInput | None = strawberry.field(
        default=strawberry.UNSET, description="Send a saved reply."
    )
    add_label: AddLabelActionInput | None = strawberry.field(
        default=strawberry.UNSET, description="Add a label."
    )
    notify: NotifyActionInput | None = strawberry.field(
        default=strawberry.UNSET, description="Notify a member."
    )
    move_card: MoveCardActionInput | None = strawberry.field(
        default=strawberry.UNSET, description="Move the card."
    )

    def read(self) -> tuple[AutomationAction, Parameters]:
        """Return what is to be done, and how."""
        if task := given(self.add_task):
            person = given(task.assignee_id)
            path = ("action", "addTask", "assigneeId")
            return AutomationAction.ADD_TASK, Parameters(
                title=task.title,
                due_in_days=given(task.due_in_days),
                member_id=None if person is None else decode_id(person, "Member", path),
            )
        if reply := given(self.send_saved_reply):
            key = decode_id(
                reply.saved_reply_id, "SavedReply", ("action", "sendSavedReply", "savedReplyId")
            )
            return AutomationAction.SEND_SAVED_REPLY, Parameters(reply_id=key)
        if label := given(self.add_label):
            key = decode_id(label.label_id, "Label", ("action", "addLabel", "labelId"))
            return AutomationAction.ADD_LABEL, Parameters(label_id=key)
        if told := given(self.notify):
            key = decode_id(told.member_id, "Member", ("action", "notify", "memberId"))
            return AutomationAction.NOTIFY, Parameters(member_id=key)
        target = given(self.move_card)
        asked = target.step_id if target else strawberry.ID("")
        key = decode_id(asked, "WorkflowStep", ("action", "moveCard", "stepId"))
        return AutomationAction.MOVE_CARD, Parameters(step_id=key)


@strawberry.input
class CreateAutomationInput:
    """A new automation."""

    action: AutomationActionInput = strawberry.field(description="What it does.")
    trigger: AutomationTrigger = strawberry.field(
        default=AutomationTrigger.CARD_ENTERED_STEP, description="When it runs."
    )
    step_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="With CARD_ENTERED_STEP the step whose cards set it off; its board is the "
        "automation's.",
    )
    workflow_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="With the other triggers the board that it is of."
    )
    enabled: bool = strawberry.field(default=True, description="Whether it runs.")
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first automation. Not blank, at "
        "most 200 characters.",
    )


@strawberry.input
class UpdateAutomationInput:
    """What an automation does from now on: all of it."""

    id: strawberry.ID = strawberry.field(description="Which automation.")
    version: int = strawberry.field(description="The version that the change started from.")
    action: AutomationActionInput = strawberry.field(description="What it does.")
    enabled: bool = strawberry.field(description="Whether it runs.")
    trigger: AutomationTrigger = strawberry.field(
        default=AutomationTrigger.CARD_ENTERED_STEP, description="When it runs."
    )
    step_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="With CARD_ENTERED_STEP the step whose cards set it off, of the same board.",
    )


@strawberry.input
class DeleteAutomationInput:
    """The automation to delete."""

    id: strawberry.ID = strawberry.field(description="Which automation.")


@strawberry.input
class RestoreAutomationInput:
    """The deleted automation to bring back."""

    id: strawberry.ID = strawberry.field(description="Which automation.")


@strawberry.type
class CreateAutomationPayload(Payload):
    """What making an automation answers."""

    automation: Automation | None = strawberry.field(default=None, description="The new one.")


@strawberry.type
class UpdateAutomationPayload(Payload):
    """What changing an automation answers."""

    automation: Automation | None = strawberry.field(
        default=None, description="The automation as it is now."
    )
    conflict: Automation | None = strawberry.field(
        default=None,
        description="What somebody else saved meanwhile; beside the error STALE_VERSION.",
    )


@strawberry.type
class DeleteAutomationPayload(Payload):
    """What deleting an automation answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The automation that is gone; `restoreAutomation` takes it back."
    )


@strawberry.type
class RestoreAutomationPayload(Payload):
    """What restoring an automation answers."""

    automation: Automation | None = strawberry.field(
        default=None, description="The automation as it is now."
    )


def draft_of(
    asked: CreateAutomationInput | UpdateAutomationInput, workflow_id: strawberry.ID | None = None
) -> AutomationDraft:
    """Return the domain's draft."""
    kind, parameters = asked.action.read()
    step = given(asked.step_id)
    return AutomationDraft(
        None if step is None else decode_id(step, "WorkflowStep", ("stepId",)),
        kind,
        parameters,
        asked.enabled,
        asked.trigger,
        None if workflow_id is None else decode_id(workflow_id, "Workflow", ("workflowId",)),
    )
