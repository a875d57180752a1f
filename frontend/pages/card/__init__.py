"""A workflow card in its drawer: beside its board, beside its contact, at a URL of its own.

slot        the drawer of the card that the URL names
state       the card as this window sees it: read, followed, saved
drawer      puts it together
header      where it stands, moving it, the rarer acts
inline      a text changed where it stands
people      the contact, and further ones, found or made on the spot
properties  value, due date, assignee, labels
checklist   what is to be ticked off
notes       what was written down
files       what belongs to it
documents   quotes and invoices, linked
story       what happened to it
acts        archive, delete, move, with their Undo
words       what cards and steps are called
document_words  what documents are called
"""
