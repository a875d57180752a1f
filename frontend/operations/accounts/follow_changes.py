"""What follow_changes.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowChangesVariables(TypedDict):
    after: NotRequired[str | None]
    subjects: NotRequired[list[str] | None]


class FollowChangesChanges(TypedDict):
    cursor: str
    kind: str
    subjectType: str
    subjectId: str


class FollowChanges(TypedDict):
    changes: FollowChangesChanges


follow_changes: Operation[FollowChanges] = load("accounts/follow_changes")
