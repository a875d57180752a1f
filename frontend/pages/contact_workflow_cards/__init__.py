"""The workflow cards of a contact's page: where each stands, opened beside it, more of them added.

contact_part  the panel's place
state         the cards as one window sees them
panel         the list, followed
line          one card, drawn once for every window
adding        a new card: in which step, called what, about whom
newest        the line of the quick view
"""
