"""Documents as clients see them: invoices, quotes and credit notes as PDF and as page images.

Pure functions of plain data: nothing here knows a table, an actor or a request.

document       what is given: parties, lines, totals, all reckoned and decided already
render         PDF/A and page images, at once or beside the loop: the way in
pictures svg   logos and signatures made safe, or refused
view           what the template lays out; its parts: facts, parties, table, mentions
formats plain  amounts and days in a language; texts without what is hidden in them
colours        the seller's colour, readable
epc            the QR code of a bank transfer
glyphs         fonts for every text, boxes for what none can show
engine         typst kept warm, its fonts, its threads
templates      the look
"""
