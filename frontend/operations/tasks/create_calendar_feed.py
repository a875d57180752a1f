"""What create_calendar_feed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CreateCalendarFeedVariables(TypedDict):
    pass


class CreateCalendarFeedCreateCalendarFeedFeed(TypedDict):
    url: str | None


class CreateCalendarFeedCreateCalendarFeedErrorsParameters(TypedDict):
    name: str
    value: str


class CreateCalendarFeedCreateCalendarFeedErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateCalendarFeedCreateCalendarFeedErrorsParameters]


class CreateCalendarFeedCreateCalendarFeed(TypedDict):
    feed: CreateCalendarFeedCreateCalendarFeedFeed | None
    errors: list[CreateCalendarFeedCreateCalendarFeedErrors]


class CreateCalendarFeed(TypedDict):
    createCalendarFeed: CreateCalendarFeedCreateCalendarFeed | None


create_calendar_feed: Operation[CreateCalendarFeed] = load("tasks/create_calendar_feed")
