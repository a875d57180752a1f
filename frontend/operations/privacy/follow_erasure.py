"""What follow_erasure.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowErasureVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class FollowErasurePrivacyRequestChanged(TypedDict):
    cursor: str
    reset: bool


class FollowErasure(TypedDict):
    privacyRequestChanged: FollowErasurePrivacyRequestChanged


follow_erasure: Operation[FollowErasure] = load("privacy/follow_erasure")
