"""What preview_merge.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class PreviewMergeVariables(TypedDict):
    keptId: str
    otherId: str


class PreviewMergeMergePreviewKeptCustomValuesField(TypedDict):
    id: str
    name: str


class PreviewMergeMergePreviewKeptCustomValues(TypedDict):
    field: PreviewMergeMergePreviewKeptCustomValuesField
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class PreviewMergeMergePreviewKept(TypedDict):
    id: str
    version: int
    displayName: str
    givenName: str | None
    familyName: str | None
    company: str | None
    position: str | None
    photoUrl: str | None
    customValues: list[PreviewMergeMergePreviewKeptCustomValues]
    createdAt: str
    updatedAt: str


class PreviewMergeMergePreviewOtherCustomValuesField(TypedDict):
    id: str
    name: str


class PreviewMergeMergePreviewOtherCustomValues(TypedDict):
    field: PreviewMergeMergePreviewOtherCustomValuesField
    text: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[str]
    url: NotRequired[str]


class PreviewMergeMergePreviewOther(TypedDict):
    id: str
    version: int
    displayName: str
    givenName: str | None
    familyName: str | None
    company: str | None
    position: str | None
    photoUrl: str | None
    customValues: list[PreviewMergeMergePreviewOtherCustomValues]
    createdAt: str
    updatedAt: str


class PreviewMergeMergePreviewEmails(TypedDict):
    id: str
    address: str
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]


class PreviewMergeMergePreviewPhones(TypedDict):
    id: str
    display: str


class PreviewMergeMergePreviewAddresses(TypedDict):
    id: str
    lines: list[str]


class PreviewMergeMergePreviewLabels(TypedDict):
    id: str
    name: str
    color: Literal["GRAY", "RED", "ORANGE", "AMBER", "GREEN", "TEAL", "BLUE", "INDIGO", "PURPLE", "PINK"]


class PreviewMergeMergePreview(TypedDict):
    kept: PreviewMergeMergePreviewKept
    other: PreviewMergeMergePreviewOther
    suggested: list[Literal["GIVEN_NAME", "FAMILY_NAME", "COMPANY", "POSITION", "PHOTO"]]
    suggestedCustomFields: list[str]
    emails: list[PreviewMergeMergePreviewEmails]
    phones: list[PreviewMergeMergePreviewPhones]
    addresses: list[PreviewMergeMergePreviewAddresses]
    labels: list[PreviewMergeMergePreviewLabels]


class PreviewMerge(TypedDict):
    mergePreview: PreviewMergeMergePreview


preview_merge: Operation[PreviewMerge] = load("duplicates/preview_merge")
