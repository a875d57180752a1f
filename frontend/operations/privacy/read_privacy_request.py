"""What read_privacy_request.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadPrivacyRequestVariables(TypedDict):
    id: str


class ReadPrivacyRequestPrivacyRequestDetails(TypedDict):
    name: str | None
    email: str | None
    phone: str | None


class ReadPrivacyRequestPrivacyRequestContacts(TypedDict):
    id: str
    displayName: str
    deletedAt: str | None


class ReadPrivacyRequestPrivacyRequestCopyLink(TypedDict):
    url: str
    createdAt: str


class ReadPrivacyRequestPrivacyRequestCopyDownloads(TypedDict):
    at: str
    byLink: bool
    downloadedBy: str


class ReadPrivacyRequestPrivacyRequestCopyLetters(TypedDict):
    at: str
    sentBy: str


class ReadPrivacyRequestPrivacyRequestCopy(TypedDict):
    sizeBytes: int | None
    downloadUrl: str | None
    expiresAt: str | None
    link: ReadPrivacyRequestPrivacyRequestCopyLink | None
    downloadCount: int
    downloads: list[ReadPrivacyRequestPrivacyRequestCopyDownloads]
    letters: list[ReadPrivacyRequestPrivacyRequestCopyLetters]


class ReadPrivacyRequestPrivacyRequest(TypedDict):
    id: str
    version: int
    kind: Literal["COPY", "ERASURE"]
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]
    details: ReadPrivacyRequestPrivacyRequestDetails | None
    contacts: list[ReadPrivacyRequestPrivacyRequestContacts]
    contactCount: int
    createdAt: str
    createdBy: str
    dueAt: str
    startedAt: str | None
    finishedAt: str | None
    problem: str | None
    copy: ReadPrivacyRequestPrivacyRequestCopy | None


class ReadPrivacyRequest(TypedDict):
    privacyRequest: ReadPrivacyRequestPrivacyRequest | None


read_privacy_request: Operation[ReadPrivacyRequest] = load("privacy/read_privacy_request")
