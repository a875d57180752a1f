"""Every SELECT of contacts, scoped to the actor's account.

walking, plans   some rows of a list in its order, whatever the filter
searching, shelved, rarity   the same for a search alone, on SQLite
pages      a page for a connection, with the lists that are wanted
places     the place of a contact in a list, its neighbours, the row at a place
counts     how many a list has
lookups    contacts by ids, e-mails or phones
duplicates contacts that may be the same person
erasing    what is erased together with contacts
whole      all of a list, a stride at a time
relations  e-mails, phones, addresses and labels of many contacts at once
"""
