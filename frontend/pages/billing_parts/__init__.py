"""What the pages of billing share.

amounts        amounts as they are typed, in minor units
words          kinds, categories, units in the reader's language
places         where the settings of billing are
contact_story  what happened to documents, in the words of a contact's timeline
"""
