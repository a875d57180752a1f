"""The contacts: a list of any length, its search, filters, columns and selection.

listing         what the list shows and in which order, as the URL says it
asked           the listing that the URL asks for, perhaps out of a saved filter
filters         the filter bar: conditions as chips, their editor, the switch of all and any
views           everybody, by subscription, saved filters, labels, with their counts
saving          saving the bar's filter, and what is done with a saved one
columns         which columns there are, and which of them the user sees
rows            one row as a shared fragment
segment         the rows that are loaded, and what live changes make of them
contact_list    reads the segment that is looked at, follows its changes
palette         finding people from the command palette
selection       which contacts are ticked
naming          whom a question about the ticked ones is about
page            puts it together: header, toolbar, grid, selection bar, card
"""
