"""Notes: what somebody wrote down about a contact, a meeting or a call.

models         the table
kinds limits   what a note may be about, how long it may be
markdown       from what was typed to markup that is safe to show
rows           the light object that reads return
queries        every SELECT, scoped to the actor's account
service        add, edit, pin, delete and restore; personal data
live           a contact's notes as they change
registrations  how notes follow contacts; personal data; ``jobs`` erase what was deleted long ago
events         facts
schema         GraphQL, with ``Contact.notes``
"""
