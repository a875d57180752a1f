"""What revoke_calendar_feed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RevokeCalendarFeedVariables(TypedDict):
    pass


class RevokeCalendarFeedRevokeCalendarFeedErrorsParameters(TypedDict):
    name: str
    value: str


class RevokeCalendarFeedRevokeCalendarFeedErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RevokeCalendarFeedRevokeCalendarFeedErrorsParameters]


class RevokeCalendarFeedRevokeCalendarFeed(TypedDict):
    errors: list[RevokeCalendarFeedRevokeCalendarFeedErrors]


class RevokeCalendarFeed(TypedDict):
    revokeCalendarFeed: RevokeCalendarFeedRevokeCalendarFeed | None


revoke_calendar_feed: Operation[RevokeCalendarFeed] = load("tasks/revoke_calendar_feed")
