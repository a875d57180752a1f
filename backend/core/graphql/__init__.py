"""What every domain's ``schema.py`` is made of; knows Strawberry, knows no domain.

context      who asks: the actor, what they presented, the request id
fields       root fields with their permission: ``query``, ``mutation``, ``subscription``
errors       refusals as data (``Payload.errors``) and as coded GraphQL errors
nodes        the Node interface, row types, and how a global id finds its row
connections  pages as Relay connections
selection    look-ahead: which fields and relations the operation asks for
extending    fields that a domain gives to a type of a domain below it
facts        how facts of the log are shown
money        amounts, as they are shown and taken
scalars      DateTime, Date, Decimal, BigInt, JSON
enums        roles, scopes, permissions

``backend/api`` merges the domains' schemas and serves them.
"""

from backend.core.graphql.connections import Connection, Edge, PageInfo
from backend.core.graphql.context import Context, Credentials, Info
from backend.core.graphql.errors import ErrorCode, Payload, UserError
from backend.core.graphql.extending import extend
from backend.core.graphql.fields import PUBLIC, mutation, query, subscription
from backend.core.graphql.nodes import Node, row_type
from backend.core.graphql.scalars import JSON
from backend.core.graphql.selection import Selection

__all__ = [
    "JSON",
    "PUBLIC",
    "Connection",
    "Context",
    "Credentials",
    "Edge",
    "ErrorCode",
    "Info",
    "Node",
    "PageInfo",
    "Payload",
    "Selection",
    "UserError",
    "extend",
    "mutation",
    "query",
    "row_type",
    "subscription",
]
