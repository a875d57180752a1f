"""A contact's timeline: what happened with it, in every domain, by whom; read from the log.

topics     what facts are about, and which are told
rows       an entry and what it says
queries    a page of a timeline, of one contact or of many
live       a timeline followed as it grows
schema     GraphQL: the query, the subscription, ``Contact.timeline``
"""
