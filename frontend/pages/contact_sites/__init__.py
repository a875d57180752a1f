"""The client sites of a contact's page.

contact_part  the panel's place
panel         the contact's sites: opened, unlinked
linking       sites searched and linked, several at once, or a new one made
"""
