"""The lists of invoices (with their credit notes) and of quotes.

view        puts a list together: search, states, sums, rows
filters     which documents, as the URL says it
filter_bar  the controls of that; by_client: one of them
state       the list as one window sees it
listing     the rows on screen; row: one of them, drawn once for every window
sums        what is outstanding, overdue, paid; chart: by month
periods     months, quarters, years
taking      the dialog that takes a period away: tables, PDFs
words       what documents and their states are called
palette     found from Ctrl-K
way_back    how a list was filtered when the window left it for a document
"""
