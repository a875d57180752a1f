"""What list_duplicates.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListDuplicatesVariables(TypedDict):
    first: int
    after: NotRequired[str | None]


class ListDuplicatesViewer(TypedDict):
    cursor: str | None


class ListDuplicatesDuplicatePairsPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListDuplicatesDuplicatePairsEdgesNodeFirstPrimaryEmail(TypedDict):
    address: str


class ListDuplicatesDuplicatePairsEdgesNodeFirstPrimaryPhone(TypedDict):
    display: str


class ListDuplicatesDuplicatePairsEdgesNodeFirst(TypedDict):
    id: str
    version: int
    displayName: str
    company: str | None
    photoUrl: str | None
    primaryEmail: ListDuplicatesDuplicatePairsEdgesNodeFirstPrimaryEmail | None
    primaryPhone: ListDuplicatesDuplicatePairsEdgesNodeFirstPrimaryPhone | None


class ListDuplicatesDuplicatePairsEdgesNodeSecondPrimaryEmail(TypedDict):
    address: str


class ListDuplicatesDuplicatePairsEdgesNodeSecondPrimaryPhone(TypedDict):
    display: str


class ListDuplicatesDuplicatePairsEdgesNodeSecond(TypedDict):
    id: str
    version: int
    displayName: str
    company: str | None
    photoUrl: str | None
    primaryEmail: ListDuplicatesDuplicatePairsEdgesNodeSecondPrimaryEmail | None
    primaryPhone: ListDuplicatesDuplicatePairsEdgesNodeSecondPrimaryPhone | None


class ListDuplicatesDuplicatePairsEdgesNode(TypedDict):
    id: str
    score: int
    reasons: list[Literal["EMAIL", "PHONE", "COMPANY", "DOMAIN", "ADDRESS"]]
    first: ListDuplicatesDuplicatePairsEdgesNodeFirst
    second: ListDuplicatesDuplicatePairsEdgesNodeSecond


class ListDuplicatesDuplicatePairsEdges(TypedDict):
    node: ListDuplicatesDuplicatePairsEdgesNode


class ListDuplicatesDuplicatePairs(TypedDict):
    totalCount: int
    pageInfo: ListDuplicatesDuplicatePairsPageInfo
    edges: list[ListDuplicatesDuplicatePairsEdges]


class ListDuplicates(TypedDict):
    viewer: ListDuplicatesViewer | None
    duplicatePairs: ListDuplicatesDuplicatePairs


list_duplicates: Operation[ListDuplicates] = load("duplicates/list_duplicates")
