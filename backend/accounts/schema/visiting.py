"""The visitor behind a request, signed in or not."""

from __future__ import annotations

from backend.accounts.service.visitor import Visitor
from backend.core.graphql import Info


def visitor_of(info: Info) -> Visitor:
    """Return where a request came from."""
    context = info.context
    return Visitor(context.credentials.ip, context.credentials.user_agent, context.request_id)
