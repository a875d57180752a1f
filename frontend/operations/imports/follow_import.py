"""What follow_import.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowImportVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class FollowImportImportProgressContactImportFetchRemovedContacts(TypedDict):
    id: str
    name: str


class FollowImportImportProgressContactImportFetch(TypedDict):
    source: Literal["GOOGLE"]
    account: str | None
    selection: str
    onlyChanges: bool
    people: int
    expected: int | None
    removed: int
    leftOut: int
    isRestarted: bool
    waitingUntil: str | None
    removedContacts: list[FollowImportImportProgressContactImportFetchRemovedContacts]


class FollowImportImportProgressContactImportProgress(TypedDict):
    rows: int
    created: int
    updated: int
    duplicates: int
    rejected: int
    leftOut: int
    done: int
    total: int


class FollowImportImportProgressContactImport(TypedDict):
    id: str
    version: int
    state: Literal["UPLOADING", "FETCHING", "READY", "CHECKING", "RUNNING", "DONE", "FAILED", "CANCELLED", "UNDOING", "UNDONE"]
    uploadedBytes: int
    fetch: FollowImportImportProgressContactImportFetch | None
    progress: FollowImportImportProgressContactImportProgress | None


class FollowImportImportProgress(TypedDict):
    cursor: str
    contactImport: FollowImportImportProgressContactImport | None


class FollowImport(TypedDict):
    importProgress: FollowImportImportProgress


follow_import: Operation[FollowImport] = load("imports/follow_import")
