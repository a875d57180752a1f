"""People, accounts, teams, and everything that lets somebody in.

models         tables; private to the folder
queries/       every SELECT
rules/         pure decisions: names, addresses, passwords, roles, codes, places
service/       one verb per function; the only place that writes
events.py      facts of the change log
errors.py      coded refusals
hashing.py     argon2id off the event loop
rate_limits.py how often sign-in and letters may be tried
letters.py     what people are written
authenticator.py  who presents a cookie or token; what ``api`` asks
http.py        POST /auth/session and /auth/sign-out
jobs.py        letters of forgotten passwords, tidying up
schema/        GraphQL: parse → service or queries → wrap
"""
