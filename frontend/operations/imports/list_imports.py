"""What list_imports.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListImportsVariables(TypedDict):
    first: int
    after: NotRequired[str | None]


class ListImportsContactImportsEdgesNodeProblem(TypedDict):
    code: str


class ListImportsContactImportsEdgesNodeFetch(TypedDict):
    source: Literal["GOOGLE"]


class ListImportsContactImportsEdgesNodeCounts(TypedDict):
    created: int
    updated: int
    duplicates: int
    rejected: int


class ListImportsContactImportsEdgesNodeUndo(TypedDict):
    until: str
    isPossible: bool


class ListImportsContactImportsEdgesNode(TypedDict):
    id: str
    version: int
    filename: str
    sizeBytes: int
    uploadedBytes: int
    state: Literal["UPLOADING", "FETCHING", "READY", "CHECKING", "RUNNING", "DONE", "FAILED", "CANCELLED", "UNDOING", "UNDONE"]
    problem: ListImportsContactImportsEdgesNodeProblem | None
    createdAt: str
    finishedAt: str | None
    startedBy: str
    fetch: ListImportsContactImportsEdgesNodeFetch | None
    counts: ListImportsContactImportsEdgesNodeCounts | None
    rejectsUrl: str | None
    undo: ListImportsContactImportsEdgesNodeUndo | None


class ListImportsContactImportsEdges(TypedDict):
    node: ListImportsContactImportsEdgesNode


class ListImportsContactImportsPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListImportsContactImports(TypedDict):
    edges: list[ListImportsContactImportsEdges]
    pageInfo: ListImportsContactImportsPageInfo


class ListImportsViewer(TypedDict):
    cursor: str | None


class ListImports(TypedDict):
    contactImports: ListImportsContactImports
    viewer: ListImportsViewer | None


list_imports: Operation[ListImports] = load("imports/list_imports")
