"""What contact_page.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ContactPageVariables(TypedDict):
    id: str
    notes: bool
    timeline: bool
    projects: bool
    messages: bool


class ContactPageViewerMembers(TypedDict):
    id: str


class ContactPageViewer(TypedDict):
    cursor: str | None
    members: list[ContactPageViewerMembers]


class ContactPageFileUsage(TypedDict):
    usedMb: int
    maximumMb: int


class ContactPageContactEmails(TypedDict):
    id: str
    address: str
    kind: Literal["MAIN", "HOME", "WORK", "OTHER"]
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]
    statusChangedAt: str | None
    bouncedAt: str | None


class ContactPageContactPhones(TypedDict):
    id: str
    number: str
    e164: str | None
    display: str
    kind: Literal["MAIN", "HOME", "WORK", "MOBILE", "FAX", "OTHER"]


class ContactPageContactAddresses(TypedDict):
    id: str
    kind: Literal["HOME", "WORK", "BILLING", "SHIPPING", "OTHER"]
    street: str | None
    extended: str | None
    city: str | None
    region: str | None
    postalCode: str | None
    countryCode: str | None
    lines: list[str]


class ContactPageContactLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class ContactPageContactCustomValues(TypedDict):
    fieldId: str
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class ContactPageContactNotesEdgesNode(TypedDict):
    id: str
    kind: Literal["MEETING_SUMMARY", "CALL_SUMMARY"] | None
    text: str
    html: str
    pinned: bool
    version: int
    createdAt: str
    createdBy: str
    updatedAt: str
    updatedBy: str


class ContactPageContactNotesEdges(TypedDict):
    node: ContactPageContactNotesEdgesNode


class ContactPageContactNotesPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ContactPageContactNotes(TypedDict):
    edges: list[ContactPageContactNotesEdges]
    pageInfo: ContactPageContactNotesPageInfo


class ContactPageContactSites(TypedDict):
    id: str
    name: str
    address: str
    host: str
    dashboardUrl: str | None
    editorUrl: str | None
    contactCount: int
    checkedAt: str | None
    problem: Literal["UNKNOWN_DOMAIN", "PRIVATE_ADDRESS", "UNREACHABLE", "TIMED_OUT", "CERTIFICATE_EXPIRED", "CERTIFICATE_INVALID", "CERTIFICATE_EXPIRING", "TOO_MANY_REDIRECTS", "BAD_ANSWER", "HTTP_ERROR"] | None
    httpStatus: int | None
    certificateUntil: str | None
    version: int
    updatedBy: str


class ContactPageContactOpenTasksAssignee(TypedDict):
    id: str
    name: str


class ContactPageContactOpenTasks(TypedDict):
    id: str
    title: str
    state: Literal["OPEN", "COMPLETED"]
    version: int
    assignee: ContactPageContactOpenTasksAssignee | None
    dueOn: str | None
    dueAt: str | None
    remindAt: str | None
    completedAt: str | None


class ContactPageContactTimelinePageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ContactPageContactTimelineEdgesNodeActor(TypedDict):
    kind: str
    name: str


class ContactPageContactTimelineEdgesNodeChanges(TypedDict):
    field: str
    name: str | None
    type: Literal["TEXT", "NUMBER", "DATE", "URL"] | None
    before: list[str]
    after: list[str]


class ContactPageContactTimelineEdgesNode(TypedDict):
    cursor: str
    at: str
    kind: str
    topic: Literal["ATTACHMENT", "BILLING_DOCUMENT", "CAMPAIGN", "CARD", "CONTACT", "MESSAGE", "NOTE", "PAYMENT_REQUEST", "PROJECT", "RECURRING_INVOICE", "SITE", "TASK"]
    actor: ContactPageContactTimelineEdgesNodeActor
    title: str | None
    excerpt: str | None
    changes: list[ContactPageContactTimelineEdgesNodeChanges]
    payload: Any


class ContactPageContactTimelineEdges(TypedDict):
    node: ContactPageContactTimelineEdgesNode


class ContactPageContactTimeline(TypedDict):
    pageInfo: ContactPageContactTimelinePageInfo
    edges: list[ContactPageContactTimelineEdges]


class ContactPageContactAttachmentsEdgesNode(TypedDict):
    id: str
    name: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int
    createdAt: str
    createdBy: str


class ContactPageContactAttachmentsEdges(TypedDict):
    node: ContactPageContactAttachmentsEdgesNode


class ContactPageContactAttachments(TypedDict):
    totalCount: int
    edges: list[ContactPageContactAttachmentsEdges]


class ContactPageContactCardsEdgesNodeWorkflow(TypedDict):
    id: str
    name: str


class ContactPageContactCardsEdgesNodeStep(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]
    kind: Literal["OPEN", "WON", "LOST"]


class ContactPageContactCardsEdgesNodeValue(TypedDict):
    minor: int
    currency: str


class ContactPageContactCardsEdgesNode(TypedDict):
    id: str
    version: int
    name: str
    workflow: ContactPageContactCardsEdgesNodeWorkflow
    step: ContactPageContactCardsEdgesNodeStep
    value: ContactPageContactCardsEdgesNodeValue | None
    dueOn: str | None


class ContactPageContactCardsEdges(TypedDict):
    node: ContactPageContactCardsEdgesNode


class ContactPageContactCards(TypedDict):
    totalCount: int
    edges: list[ContactPageContactCardsEdges]


class ContactPageContactProjectsEdgesNodeBudget(TypedDict):
    amountMinor: int
    currency: str


class ContactPageContactProjectsEdgesNodeAttachments(TypedDict):
    id: str
    name: str


class ContactPageContactProjectsEdgesNode(TypedDict):
    id: str
    source: str
    title: str
    description: str | None
    budget: ContactPageContactProjectsEdgesNodeBudget | None
    deadline: str | None
    status: Literal["NEW", "CONTACTED", "QUOTED", "WON", "LOST"]
    createdAt: str
    updatedAt: str
    attachments: list[ContactPageContactProjectsEdgesNodeAttachments]


class ContactPageContactProjectsEdges(TypedDict):
    node: ContactPageContactProjectsEdgesNode


class ContactPageContactProjects(TypedDict):
    totalCount: int
    edges: list[ContactPageContactProjectsEdges]


class ContactPageContactMessagesEdgesNodeSender(TypedDict):
    address: str
    name: str


class ContactPageContactMessagesEdgesNodeRecipients(TypedDict):
    address: str
    name: str


class ContactPageContactMessagesEdgesNodeFiles(TypedDict):
    filename: str
    kind: Literal["IMAGE", "PDF", "TEXT", "AUDIO", "OTHER"]
    sizeBytes: int


class ContactPageContactMessagesEdgesNodePaymentRequestInvoiceBalance(TypedDict):
    minor: int
    currency: str


class ContactPageContactMessagesEdgesNodePaymentRequestInvoice(TypedDict):
    documentId: str
    number: str
    state: Literal["UNPAID", "PARTLY_PAID", "PAID", "VOID"]
    isOverdue: bool
    dueDate: str | None
    balance: ContactPageContactMessagesEdgesNodePaymentRequestInvoiceBalance


class ContactPageContactMessagesEdgesNodePaymentRequest(TypedDict):
    amountMinor: int
    currency: str
    text: str
    url: str
    invoice: ContactPageContactMessagesEdgesNodePaymentRequestInvoice | None
    isCancelled: bool


class ContactPageContactMessagesEdgesNode(TypedDict):
    id: str
    threadId: str
    direction: Literal["IN", "OUT"]
    kind: Literal["LETTER", "AUTO_REPLY", "BOUNCE"]
    state: Literal["QUEUED", "SENDING", "SENT", "FAILED", "HELD", "DISCARDED", "RECEIVED"]
    subject: str
    sender: ContactPageContactMessagesEdgesNodeSender
    recipients: list[ContactPageContactMessagesEdgesNodeRecipients]
    authorName: str
    html: str
    quotedHtml: str | None
    hasRemoteImages: bool
    isPartial: bool
    at: str
    isRead: bool
    attempts: int
    nextTryAt: str | None
    failure: str | None
    failureDetail: str | None
    bouncedAt: str | None
    files: list[ContactPageContactMessagesEdgesNodeFiles]
    paymentRequest: ContactPageContactMessagesEdgesNodePaymentRequest | None


class ContactPageContactMessagesEdges(TypedDict):
    node: ContactPageContactMessagesEdgesNode


class ContactPageContactMessagesPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ContactPageContactMessages(TypedDict):
    edges: list[ContactPageContactMessagesEdges]
    pageInfo: ContactPageContactMessagesPageInfo


class ContactPageContact(TypedDict):
    id: str
    version: int
    displayName: str
    givenName: str | None
    familyName: str | None
    company: str | None
    position: str | None
    photoUrl: str | None
    emails: list[ContactPageContactEmails]
    phones: list[ContactPageContactPhones]
    addresses: list[ContactPageContactAddresses]
    labels: list[ContactPageContactLabels]
    customValues: list[ContactPageContactCustomValues]
    createdAt: str
    updatedAt: str
    lastActivityAt: str
    deletedAt: str | None
    updatedBy: str | None
    notes: ContactPageContactNotes
    sites: list[ContactPageContactSites]
    openTaskCount: int
    openTasks: list[ContactPageContactOpenTasks]
    timeline: ContactPageContactTimeline
    attachments: ContactPageContactAttachments
    cards: ContactPageContactCards
    projects: ContactPageContactProjects
    unreadMessageCount: int
    messages: ContactPageContactMessages


class ContactPage(TypedDict):
    viewer: ContactPageViewer | None
    fileUsage: ContactPageFileUsage
    contact: ContactPageContact | None


contact_page: Operation[ContactPage] = load("contacts/contact_page")
