"""Contacts as a file: the dialog, from the menu of the page or for what is ticked.

slot      the place of the dialog that the URL opens
dialog    choosing, waiting, done
formats   the kinds of file, with a sentence each on what they are good for
"""
