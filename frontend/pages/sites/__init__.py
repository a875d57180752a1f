"""The page of client sites.

page   puts it together: search, list, dialogs
state  the list as one window sees it
row    one site, drawn once for every window
"""
