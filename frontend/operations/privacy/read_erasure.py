"""What read_erasure.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadErasureVariables(TypedDict):
    id: str


class ReadErasurePrivacyRequestDetails(TypedDict):
    name: str | None


class ReadErasurePrivacyRequestContacts(TypedDict):
    id: str
    displayName: str


class ReadErasurePrivacyRequestCertificateErased(TypedDict):
    section: str
    count: int


class ReadErasurePrivacyRequestCertificateKept(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    count: int
    until: str
    source: str


class ReadErasurePrivacyRequestCertificate(TypedDict):
    confirmedBy: str
    confirmedAt: str
    erasedAt: str | None
    contactCount: int
    rewrittenCount: int
    overwrittenAt: str | None
    purgedCount: int
    purgedAt: str | None
    erased: list[ReadErasurePrivacyRequestCertificateErased]
    kept: list[ReadErasurePrivacyRequestCertificateKept]


class ReadErasurePrivacyRequest(TypedDict):
    id: str
    version: int
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]
    details: ReadErasurePrivacyRequestDetails | None
    contacts: list[ReadErasurePrivacyRequestContacts]
    createdAt: str
    createdBy: str
    dueAt: str
    eraseAfter: str | None
    problem: str | None
    certificate: ReadErasurePrivacyRequestCertificate | None


class ReadErasureErasurePreviewErased(TypedDict):
    section: str
    count: int


class ReadErasureErasurePreviewKept(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    count: int
    until: str
    source: str


class ReadErasureErasurePreview(TypedDict):
    words: str
    contactCount: int
    draftCount: int
    recurringCount: int
    linkCount: int
    unpaidCount: int
    hasCopy: bool
    beginsAt: str
    erased: list[ReadErasureErasurePreviewErased]
    kept: list[ReadErasureErasurePreviewKept]


class ReadErasureViewerAccount(TypedDict):
    name: str


class ReadErasureViewer(TypedDict):
    account: ReadErasureViewerAccount


class ReadErasure(TypedDict):
    privacyRequest: ReadErasurePrivacyRequest | None
    erasurePreview: ReadErasureErasurePreview | None
    viewer: ReadErasureViewer | None


read_erasure: Operation[ReadErasure] = load("privacy/read_erasure")
