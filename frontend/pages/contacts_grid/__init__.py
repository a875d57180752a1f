"""The contacts: a list of any length, its search, filters, columns and selection.

listing         what the list shows and in which order, as the URL says it
columns         which columns there are, and which of them the user sees
rows            one row as a shared fragment
segment         the rows that are loaded, and what live changes make of them
contact_list    reads the segment that is looked at, follows its changes
palette         finding people from the command palette
selection       which contacts are ticked
page            puts it together: header, toolbar, grid, selection bar, card
"""
