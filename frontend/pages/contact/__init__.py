"""The page of one contact: who they are, their story, what is to be done.

parts     what the page is made of; other folders bring theirs in a `contact_part.py`
state     the contact as this window sees it: read with all parts in one operation, followed, saved
header    the way back, the name, the actions
details   the left column: every field, edited in place
middle    the tabs
side      the panels at the right
narrow    the three columns one after the other, on a phone
page      puts it together
"""
