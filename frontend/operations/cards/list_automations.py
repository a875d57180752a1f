"""What list_automations.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListAutomationsVariables(TypedDict):
    workflowId: str


class ListAutomationsAutomations(TypedDict):
    id: str
    trigger: Literal["CARD_ENTERED_STEP", "INVOICE_PAID", "QUOTE_ACCEPTED"]
    stepId: str | None
    stepName: str | None
    action: Literal["ADD_TASK", "SEND_SAVED_REPLY", "ADD_LABEL", "NOTIFY", "MOVE_CARD"]
    title: str | None
    dueInDays: int | None
    memberId: str | None
    savedReplyId: str | None
    labelId: str | None
    targetStepId: str | None
    subjectName: str | None
    broken: bool
    enabled: bool
    version: int
    createdBy: str


class ListAutomationsWorkflowSteps(TypedDict):
    id: str
    name: str


class ListAutomationsWorkflow(TypedDict):
    id: str
    name: str
    steps: list[ListAutomationsWorkflowSteps]


class ListAutomationsLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ListAutomationsSavedReplies(TypedDict):
    id: str
    name: str


class ListAutomationsViewerMembers(TypedDict):
    id: str
    name: str


class ListAutomationsViewer(TypedDict):
    members: list[ListAutomationsViewerMembers]


class ListAutomations(TypedDict):
    automations: list[ListAutomationsAutomations]
    workflow: ListAutomationsWorkflow | None
    labels: list[ListAutomationsLabels]
    savedReplies: list[ListAutomationsSavedReplies]
    viewer: ListAutomationsViewer | None


list_automations: Operation[ListAutomations] = load("cards/list_automations")
