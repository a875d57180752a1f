"""Merges the domains' schemas and serves them.

schema, changes, nodes, descriptions   the one schema
documents, shapes, limits, cost        a document is parsed, limited, validated and priced once
errors, answers                        what goes out: coded, masked, with the request id
execution, sharing, watch              running operations; one execution for many followers
http, negotiation, sse, sockets/       the three transports on ``/graphql``
origins, rate_limits                   who may call from where, and how much
health, headers, app                   probes, security headers, the composed app
"""
