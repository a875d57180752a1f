"""What read_card.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ReadCardVariables(TypedDict):
    id: str


class ReadCardViewerMembers(TypedDict):
    id: str
    name: str


class ReadCardViewer(TypedDict):
    cursor: str | None
    members: list[ReadCardViewerMembers]


class ReadCardNodeWorkflowSteps(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    kind: Literal["OPEN", "WON", "LOST"]


class ReadCardNodeWorkflow(TypedDict):
    id: str
    name: str
    steps: list[ReadCardNodeWorkflowSteps]


class ReadCardNodeStep(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    kind: Literal["OPEN", "WON", "LOST"]


class ReadCardNodeContact(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class ReadCardNodeContacts(TypedDict):
    id: str
    displayName: str
    photoUrl: str | None


class ReadCardNodeValue(TypedDict):
    minor: int
    currency: str


class ReadCardNodeAssignee(TypedDict):
    id: str
    name: str


class ReadCardNodeLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ReadCardNodeChecklist(TypedDict):
    id: str
    text: str
    done: bool


class ReadCardNodeNotesEdgesNode(TypedDict):
    id: str
    text: str
    html: str
    version: int
    createdAt: str
    createdBy: str
    updatedAt: str
    updatedBy: str


class ReadCardNodeNotesEdges(TypedDict):
    node: ReadCardNodeNotesEdgesNode


class ReadCardNodeNotes(TypedDict):
    edges: list[ReadCardNodeNotesEdges]


class ReadCardNodeFiles(TypedDict):
    id: str
    name: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int
    createdAt: str
    createdBy: str


class ReadCardNodeDocumentsTotal(TypedDict):
    minor: int
    currency: str


class ReadCardNodeDocuments(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    number: str | None
    title: str | None
    status: Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]
    isOverdue: bool
    total: ReadCardNodeDocumentsTotal


class ReadCardNode(TypedDict):
    id: NotRequired[str]
    version: NotRequired[int]
    title: NotRequired[str | None]
    name: NotRequired[str]
    workflow: NotRequired[ReadCardNodeWorkflow]
    step: NotRequired[ReadCardNodeStep]
    contact: NotRequired[ReadCardNodeContact | None]
    contacts: NotRequired[list[ReadCardNodeContacts]]
    value: NotRequired[ReadCardNodeValue | None]
    dueOn: NotRequired[str | None]
    assignee: NotRequired[ReadCardNodeAssignee | None]
    labels: NotRequired[list[ReadCardNodeLabels]]
    stepEnteredAt: NotRequired[str]
    stale: NotRequired[bool]
    lostReason: NotRequired[str | None]
    checklist: NotRequired[list[ReadCardNodeChecklist]]
    checklistDone: NotRequired[int]
    checklistTotal: NotRequired[int]
    notes: NotRequired[ReadCardNodeNotes]
    noteCount: NotRequired[int]
    files: NotRequired[list[ReadCardNodeFiles]]
    fileCount: NotRequired[int]
    documents: NotRequired[list[ReadCardNodeDocuments]]
    archivedAt: NotRequired[str | None]
    deletedAt: NotRequired[str | None]
    createdAt: NotRequired[str]
    createdBy: NotRequired[str]
    updatedAt: NotRequired[str]
    updatedBy: NotRequired[str]


class ReadCard(TypedDict):
    viewer: ReadCardViewer | None
    node: ReadCardNode | None


read_card: Operation[ReadCard] = load("cards/read_card")
