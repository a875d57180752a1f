"""What read_calendar_feed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadCalendarFeedVariables(TypedDict):
    pass


class ReadCalendarFeedCalendarFeed(TypedDict):
    url: str | None
    createdAt: str
    readAt: str | None


class ReadCalendarFeed(TypedDict):
    calendarFeed: ReadCalendarFeedCalendarFeed | None


read_calendar_feed: Operation[ReadCalendarFeed] = load("tasks/read_calendar_feed")
