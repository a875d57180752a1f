"""Every SELECT of files, scoped to the actor's account.

files        files, whatever keeps them; which nobody keeps
attachments  files of contacts
"""
