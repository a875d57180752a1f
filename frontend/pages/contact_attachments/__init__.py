"""The files of a contact's page: dropped or chosen, looked at in place, saved, deleted with undo.

contact_part  the panel and its count
state         the files as one window sees them
panel         the list, followed
line          one file, drawn once for every window
sending       where files are chosen and dropped
uploads       files on their way, to a contact or with a message
viewer        a file looked at in place
renaming      another name
acts          deleting files and bringing them back
"""
