"""GraphQL of contacts: parse → service or queries → wrap, nothing else.

enums, types, inputs, filters   what goes out and comes in
query, mutation, subscription   the fields
jobs, job_types, job_inputs     acts on many contacts
nodes                           reading a contact again by its global id
"""

# The enums first: they must be described before a type shows one.
from backend.contacts.schema import enums, jobs, nodes
from backend.contacts.schema.jobs import JobsMutation, JobsQuery, JobsSubscription
from backend.contacts.schema.mutation import ContactsMutation
from backend.contacts.schema.query import ContactsQuery
from backend.contacts.schema.subscription import ContactsSubscription

nodes.register()
jobs.register()

__all__ = [
    "ContactsMutation",
    "ContactsQuery",
    "ContactsSubscription",
    "JobsMutation",
    "JobsQuery",
    "JobsSubscription",
    "enums",
]
