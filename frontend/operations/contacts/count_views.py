"""What count_views.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CountViewsVariables(TypedDict):
    pass


class CountViewsAll(TypedDict):
    totalCount: int


class CountViewsSubscribed(TypedDict):
    totalCount: int


class CountViewsUnsubscribed(TypedDict):
    totalCount: int


class CountViewsBounced(TypedDict):
    totalCount: int


class CountViewsInactive(TypedDict):
    totalCount: int


class CountViewsTrash(TypedDict):
    totalCount: int


class CountViews(TypedDict):
    all: CountViewsAll
    subscribed: CountViewsSubscribed
    unsubscribed: CountViewsUnsubscribed
    bounced: CountViewsBounced
    inactive: CountViewsInactive
    trash: CountViewsTrash


count_views: Operation[CountViews] = load("contacts/count_views")
