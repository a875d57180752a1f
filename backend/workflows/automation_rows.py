"""Automations as reads return them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import orjson

from backend.core.clock import from_micros
from backend.core.ids import encode_id
from backend.workflows.rules.automating import AutomationAction, AutomationTrigger, Parameters

AUTOMATION_COLUMNS = (
    "automation.id, automation.workflow_id, automation.step_id, automation.trigger, "
    "automation.action, automation.parameters, automation.enabled, automation.version, "
    "automation.created_at, automation.created_by, automation.updated_at, automation.updated_by"
)


@dataclass(frozen=True, slots=True)
class AutomationRow:
    """An automation, its first fields in the order of :data:`AUTOMATION_COLUMNS`.

    ``subject_name`` is what the thing that it uses is called now: the saved reply, label, member or
    step; None when that is gone, or it uses none.
    """

    pk: int
    workflow_key: int
    step_key: int | None
    trigger_name: str
    action_name: str
    written_parameters: str
    enabled_number: int
    version: int
    created_micros: int
    created_by: str
    updated_micros: int
    updated_by: str
    step_name: str | None = None
    subject_name: str | None = None

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("Automation", self.pk)

    @property
    def workflow_id(self) -> str:
        """The global id of its board."""
        return encode_id("Workflow", self.workflow_key)

    @property
    def trigger(self) -> AutomationTrigger:
        """When it runs."""
        return AutomationTrigger(self.trigger_name)

    @property
    def action(self) -> AutomationAction:
        """What it does."""
        return AutomationAction(self.action_name)

    @property
    def parameters(self) -> Parameters:
        """How it does it."""
        return Parameters(**orjson.loads(self.written_parameters))

    @property
    def enabled(self) -> bool:
        """Whether it runs."""
        return bool(self.enabled_number)

    @property
    def step_id(self) -> str | None:
        """The global id of the step that sets it off."""
        return None if self.step_key is None else encode_id("WorkflowStep", self.step_key)

    @property
    def title(self) -> str | None:
        """What the task is called that it adds."""
        return self.parameters.title or None

    @property
    def due_in_days(self) -> int | None:
        """After how many days that task is due."""
        return self.parameters.due_in_days

    @property
    def member_id(self) -> str | None:
        """The global id of the member whose the task is, or who is told."""
        key = self.parameters.member_id
        return None if key is None else encode_id("Member", key)

    @property
    def saved_reply_id(self) -> str | None:
        """The global id of the saved reply that it sends."""
        key = self.parameters.reply_id
        return None if key is None else encode_id("SavedReply", key)

    @property
    def label_id(self) -> str | None:
        """The global id of the label that it puts on."""
        key = self.parameters.label_id
        return None if key is None else encode_id("Label", key)

    @property
    def target_step_id(self) -> str | None:
        """The global id of the step that it moves cards to."""
        key = self.parameters.step_id
        return None if key is None else encode_id("WorkflowStep", key)

    @property
    def broken(self) -> bool:
        """Whether what it needs is gone."""
        uses = self.action is not AutomationAction.ADD_TASK or self.parameters.member_id is not None
        is_nowhere = self.trigger.has_step and self.step_name is None
        return is_nowhere or (uses and self.subject_name is None)

    @property
    def created_at(self) -> datetime:
        """When it was made."""
        return from_micros(self.created_micros)

    @property
    def updated_at(self) -> datetime:
        """When it was changed last."""
        return from_micros(self.updated_micros)
