"""One campaign: written while it is a draft, looked at once it is on its way.

page        the place, and which of both it shows
composer    writing: the draft as one window sees it, saved by itself, with undo
writing     its fields; blocks, its parts; fields_bar, what can be filled in
preview     the letter beside it, as a contact would get it
audience    whom it goes to, and who is left out
sending     the last question before it leaves, now or at a time
underway    what has left, and what became of it
recipients  to whom, letter by letter
chart       how many opened and clicked, over time
"""
