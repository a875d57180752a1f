"""What read_deleted_card.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadDeletedCardVariables(TypedDict):
    id: str


class ReadDeletedCardDeletedCardWorkflowSteps(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    kind: Literal["OPEN", "WON", "LOST"]


class ReadDeletedCardDeletedCardWorkflow(TypedDict):
    id: str
    name: str
    steps: list[ReadDeletedCardDeletedCardWorkflowSteps]


class ReadDeletedCardDeletedCardStep(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    kind: Literal["OPEN", "WON", "LOST"]


class ReadDeletedCardDeletedCardContact(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class ReadDeletedCardDeletedCardContacts(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class ReadDeletedCardDeletedCardValue(TypedDict):
    minor: int
    currency: str


class ReadDeletedCardDeletedCardAssignee(TypedDict):
    id: str
    name: str


class ReadDeletedCardDeletedCardLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ReadDeletedCardDeletedCardChecklist(TypedDict):
    id: str
    text: str
    done: bool


class ReadDeletedCardDeletedCardNotesEdgesNode(TypedDict):
    id: str
    text: str
    html: str
    version: int
    createdAt: str
    createdBy: str
    updatedAt: str
    updatedBy: str


class ReadDeletedCardDeletedCardNotesEdges(TypedDict):
    node: ReadDeletedCardDeletedCardNotesEdgesNode


class ReadDeletedCardDeletedCardNotes(TypedDict):
    edges: list[ReadDeletedCardDeletedCardNotesEdges]


class ReadDeletedCardDeletedCardFiles(TypedDict):
    id: str
    name: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int
    createdAt: str
    createdBy: str


class ReadDeletedCardDeletedCardDocumentsTotal(TypedDict):
    minor: int
    currency: str


class ReadDeletedCardDeletedCardDocuments(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    number: str | None
    title: str | None
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    isOverdue: bool
    total: ReadDeletedCardDeletedCardDocumentsTotal


class ReadDeletedCardDeletedCard(TypedDict):
    id: str
    version: int
    title: str | None
    name: str
    workflow: ReadDeletedCardDeletedCardWorkflow
    step: ReadDeletedCardDeletedCardStep
    contact: ReadDeletedCardDeletedCardContact | None
    contacts: list[ReadDeletedCardDeletedCardContacts]
    value: ReadDeletedCardDeletedCardValue | None
    dueOn: str | None
    assignee: ReadDeletedCardDeletedCardAssignee | None
    labels: list[ReadDeletedCardDeletedCardLabels]
    stepEnteredAt: str
    stale: bool
    lostReason: str | None
    checklist: list[ReadDeletedCardDeletedCardChecklist]
    checklistDone: int
    checklistTotal: int
    notes: ReadDeletedCardDeletedCardNotes
    noteCount: int
    files: list[ReadDeletedCardDeletedCardFiles]
    fileCount: int
    documents: list[ReadDeletedCardDeletedCardDocuments]
    archivedAt: str | None
    deletedAt: str | None
    createdAt: str
    createdBy: str
    updatedAt: str
    updatedBy: str


class ReadDeletedCard(TypedDict):
    deletedCard: ReadDeletedCardDeletedCard | None


read_deleted_card: Operation[ReadDeletedCard] = load("cards/read_deleted_card")
