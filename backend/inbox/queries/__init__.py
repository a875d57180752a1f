"""Every SELECT of the inbox, scoped to the actor's account.

threads     lists of threads, and one by its id or contact
messages    the messages of a thread
mailboxes   the account's settings
replies     saved replies
searching   which threads a search finds
"""
