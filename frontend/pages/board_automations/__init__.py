"""What happens by itself on a board: the drawer that says it in words.

slot     the drawer that the URL asks for
state    the automations as this window sees them
drawer   the list, and the way to one more
line     one automation: its sentence, its switch, its menu
form     making and changing one
values   what is in the form, and what the API takes
dry_run  what one would do for the cards that are there
words    sentences
"""
