"""The messages of a contact's page.

contact_part  the tab, its count of unread ones, the way to it
tab           the conversation of the open contact
"""
