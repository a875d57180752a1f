"""All boards: the page, new ones from templates, the entries below "Boards" in the sidebar.

listing     the account's boards, read once per window and kept true
acts        making, renaming, deleting, with the way back
new_board   the dialog of a new board
sidebar     the boards below the section
page        the page of all boards
"""
