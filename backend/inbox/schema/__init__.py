"""GraphQL of the inbox: parse → service or queries → wrap, nothing else.

types, enums     what is read
inputs           what mutations take, payloads what they answer
query, mutation, subscription     the root fields
"""

import backend.inbox.schema.contact  # noqa: F401 - adds fields to Contact
from backend.inbox.schema.mutation import InboxMutation
from backend.inbox.schema.query import InboxQuery
from backend.inbox.schema.replies import SavedRepliesMutation
from backend.inbox.schema.settings import MailboxMutation
from backend.inbox.schema.subscription import InboxSubscription

__all__ = [
    "InboxMutation",
    "InboxQuery",
    "InboxSubscription",
    "MailboxMutation",
    "SavedRepliesMutation",
]
