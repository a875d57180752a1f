"""GraphQL of people and accounts: parse → service or queries → wrap, nothing else.

enums, types, inputs   what goes out and comes in
viewer                 who is signed in, and all that is theirs
query                  ``AccountsQuery``
entering, own, access, team   the mutations by area, joined in ``mutation`` as ``AccountsMutation``
nodes                  reading these things again by their global ids
"""

from backend.accounts.schema import nodes
from backend.accounts.schema.mutation import AccountsMutation
from backend.accounts.schema.query import AccountsQuery

nodes.register()

__all__ = ["AccountsMutation", "AccountsQuery"]
