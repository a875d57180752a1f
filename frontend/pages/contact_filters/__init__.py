"""Filters of contacts: conditions on any field, in the URL, in words, for the API, in the bar.

conditions   what a filter is: conditions, and groups of them
fields       which fields there are, and what can be asked of each
address      a filter as text for the URL, and back
argument     a filter → the API's ContactFilter; `reading` goes back
names        what the ids in a filter are called; `words` says the whole in words
picks        the fields as one chooses them
chip         a condition in the bar
editor       the popover in which a condition is made and changed; `values` are its inputs
segments     the saved filters of the window; `naming` holds their dialogs
"""
