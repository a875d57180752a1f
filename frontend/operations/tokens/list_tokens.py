"""What list_tokens.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListTokensVariables(TypedDict):
    pass


class ListTokensViewerTokens(TypedDict):
    id: str
    name: str
    prefix: str
    scopes: list[Literal["READ", "WRITE", "LEADS"]]
    createdAt: str
    expiresAt: str | None
    lastUsedAt: str | None


class ListTokensViewer(TypedDict):
    tokens: list[ListTokensViewerTokens]


class ListTokens(TypedDict):
    viewer: ListTokensViewer | None


list_tokens: Operation[ListTokens] = load("tokens/list_tokens")
