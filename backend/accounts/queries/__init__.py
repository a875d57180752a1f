"""Every SELECT of this domain, as light rows.

people    who signs in, and their secrets; never leaves the domain
accounts  an account, and those a person belongs to
team      members and invitations
access    sessions and API tokens
kept      preferences and drafts
"""
