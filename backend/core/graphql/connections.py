"""Pages as Relay connections.

Source: the Relay Cursor Connections specification.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import strawberry

from backend.core.light_rows import light_row
from backend.core.paging import Key, Page, encode_key

T = TypeVar("T")


@strawberry.type
class PageInfo:
    """Where a page lies in its list."""

    has_next_page: bool = strawberry.field(description="Whether rows follow this page.")
    has_previous_page: bool = strawberry.field(description="Whether rows come before this page.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first row of the page.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last row of the page.")


@strawberry.type
class Edge(Generic[T]):
    """A row of a list and its place."""

    node: T = strawberry.field(description="The row.")
    cursor: str = strawberry.field(
        description="Its place under the current sort, for `after` and `before`."
    )


@strawberry.type
class Connection(Generic[T]):
    """A page of a list."""

    edges: list[Edge[T]] = strawberry.field(description="The rows of the page, in list order.")
    page_info: PageInfo = strawberry.field(description="Where the page lies in the list.")
    total_count: int = strawberry.field(
        default=0,
        description="How many rows the whole list has; counted only when asked for.",
    )


@light_row
class KeyedEdge:
    """A row and its sort values: what an edge is read from, its cursor only when asked for."""

    node: Any
    key: Key

    @property
    def cursor(self) -> str:
        """The place of the row."""
        return encode_key(self.key)


@light_row
class PageConnection:
    """A page: what a connection is read from, its edges and cursors only when asked for."""

    page: Page[Any]
    total_count: int

    @property
    def edges(self) -> list[KeyedEdge]:
        """The rows of the page and their places."""
        return [KeyedEdge(*each) for each in zip(self.page.rows, self.page.keys, strict=True)]

    @property
    def page_info(self) -> PageInfo:
        """Where the page lies in its list."""
        keys = self.page.keys
        return PageInfo(
            has_next_page=self.page.has_next,
            has_previous_page=self.page.has_previous,
            start_cursor=encode_key(keys[0]) if keys else None,
            end_cursor=encode_key(keys[-1]) if keys else None,
        )


def connection(page: Page[Any], *, total_count: int = 0) -> Any:
    """Return a page as a connection, with a cursor for each row.

    ``total_count`` is read only by operations that ask for it: count it only when
    ``"totalCount" in Selection.of(info)``.
    """
    return PageConnection(page, total_count)
