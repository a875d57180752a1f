"""Queries answered by a plan that is made once per operation, instead of by graphql-core.

Events of subscriptions too. Mutations are graphql-core's, with their payloads, whose rows it
completes by ``plain_rows``.

plans      the entry: by a plan, or by graphql-core, and the count of both
variants   the plans of one operation, one for each combination of its conditions
planner    a plan: the root fields, resolved together, and what completes them
selected   what is asked for: fragments and directives laid out
compiling  a selection becomes Python, from rows to the answer
written    what is compiled, and when
leaves     a line of it for each scalar and enum
objects    is a value of its type, and of which one of an interface
sites      fields with resolvers: their arguments, their look-ahead, one execution
variables  coerced by the types of an operation; where they are used
tally      how often each operation was answered by its plan, and how often and why it was not
"""
