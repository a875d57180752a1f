"""GraphQL of contacts: parse → service or queries → wrap, nothing else.

enums, types, inputs, filters   what goes out and comes in
query, mutation, subscription   the fields
nodes                           reading a contact again by its global id
"""

from backend.contacts.schema import nodes
from backend.contacts.schema.mutation import ContactsMutation
from backend.contacts.schema.query import ContactsQuery
from backend.contacts.schema.subscription import ContactsSubscription

nodes.register()

__all__ = ["ContactsMutation", "ContactsQuery", "ContactsSubscription"]
