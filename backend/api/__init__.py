"""Merges the domains' schemas and serves them.

schema, changes/, nodes, descriptions  the one schema
documents, shapes, limits, cost        a document is parsed, limited, validated and priced once
kept_documents                         what of these and their plans is kept, and whose goes first
texts, rate_limits                     what no column can hold; how much a caller may ask
errors, answers                        what goes out: coded, masked, with the request id
execution, executor                    running operations, under one set of limits
plans/                                 queries and events answered by a plan made once per operation
plain_rows, plain_leaves               rows completed without graphql-core's ceremony
following, sharing, watch, leash       subscriptions: shared, resumed, cut off with their rights
http, bodies, negotiation, sse         ``/graphql`` over HTTP and server-sent events
sockets/                               ``/graphql`` over WebSocket
in_process                             the two callables for the pages of this process
origins, presented, callers            who calls, from which page, with what
health, headers, app                   probes, security headers, the composed app
"""
