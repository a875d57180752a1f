"""Google: contacts that are imported from the Google accounts of an account's people.

Whoever connects a Google account is the only one who sees it and imports from it; what comes in
is the account's, through the same wizard as a file. Only reading is asked for.

models, rows     connected accounts, sign-ins under way, fetches
limits           bounds: how large, how many, how long
client           talking to Google: OAuth, People; its answers, read without trusting them
persons, table   a person as the API tells them → one record; records → Google's own CSV
queries          every SELECT, scoped to the actor
service          connecting, labels, fetching, disconnecting
http             where Google sends people back to
jobs, registrations     fetching, revoking; what follows from people leaving an account
schema           GraphQL
events, errors   facts, coded refusals
"""
