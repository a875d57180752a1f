"""What the page of sites and a contact's panel share.

words    what is wrong with a site, in words
marks    a site's links, and what its last check found
dialog   a site being added or changed
acts     deleting, linking, unlinking, with their undo
"""
