"""Pure decisions: no database, no clock, no input or output.

text       one-line texts, e-mail addresses
passwords  what a password must be
places     countries, languages, time zones, currencies
roles      who may give or touch which role
codes      authenticator and recovery codes, API tokens
"""
