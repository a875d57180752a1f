"""New contact and edit, in a drawer: every field, kept as a draft while one types.

slot         shows the drawer of `?new=` and `?edit=`
values       what is in the form, and what the API is told of it
form         the drawer
rows         e-mails and phones, any number of them
addresses    postal addresses, in each country's own order
countries    finding a country
duplicates   who may be here already
"""
