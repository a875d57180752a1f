"""Documents as clients see them: invoices, quotes and credit notes as PDF and as page images.

Pure functions of plain data: nothing here knows a table, an actor or a request.

document       what is given: parties, lines, totals, all reckoned and decided already
"""
