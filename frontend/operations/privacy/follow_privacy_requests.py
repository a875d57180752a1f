"""What follow_privacy_requests.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowPrivacyRequestsVariables(TypedDict):
    after: NotRequired[str | None]


class FollowPrivacyRequestsPrivacyRequestChanged(TypedDict):
    cursor: str
    reset: bool


class FollowPrivacyRequests(TypedDict):
    privacyRequestChanged: FollowPrivacyRequestsPrivacyRequestChanged


follow_privacy_requests: Operation[FollowPrivacyRequests] = load("privacy/follow_privacy_requests")
