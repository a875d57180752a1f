"""The projects of a contact's page: what was asked for on marketplaces, and where it stands.

contact_part  the tab
state         the projects as one window sees them
tab           the list, followed
project       one project, with its details
contact_story what happened to projects, in words
"""
