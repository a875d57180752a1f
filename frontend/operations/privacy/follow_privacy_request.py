"""What follow_privacy_request.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowPrivacyRequestVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class FollowPrivacyRequestPrivacyRequestChanged(TypedDict):
    cursor: str
    reset: bool


class FollowPrivacyRequest(TypedDict):
    privacyRequestChanged: FollowPrivacyRequestPrivacyRequestChanged


follow_privacy_request: Operation[FollowPrivacyRequest] = load("privacy/follow_privacy_request")
