"""The notes of a contact's page: written, shown formatted, edited where they stand.

contact_part  the tab
state         the notes as one window sees them
tab           the list, followed
composer      a new note
note          one note, drawn once for every window
editor        a note being edited, and what somebody else saved meanwhile
acts          pin, delete, undo
words         what a note is called
"""
