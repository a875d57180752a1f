"""What follow_changes.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowChangesVariables(TypedDict):
    after: NotRequired[str | None]
    subjects: NotRequired[list[Literal["ACCOUNT", "API_TOKEN", "CONTACT", "CONTACT_IMPORT", "CUSTOM_FIELD", "DUPLICATE_PAIR", "INVITATION", "JOB", "LABEL", "MEMBER", "SESSION", "USER"]] | None]


class FollowChangesChanges(TypedDict):
    cursor: str
    kind: str
    subjectType: Literal["ACCOUNT", "API_TOKEN", "CONTACT", "CONTACT_IMPORT", "CUSTOM_FIELD", "DUPLICATE_PAIR", "INVITATION", "JOB", "LABEL", "MEMBER", "SESSION", "USER"]
    subjectId: str


class FollowChanges(TypedDict):
    changes: FollowChangesChanges


follow_changes: Operation[FollowChanges] = load("accounts/follow_changes")
