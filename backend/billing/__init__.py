"""Billing: who sells, what is sold, and the documents of it.

models         the tables: seller's settings, taxes, products
limits         how many, how long, how much
rules          settings checked, identifiers, numbering patterns, taxes and national presets
rows           the light objects that reads return
queries        every SELECT, scoped to the actor's account
service        settings, taxes and products written
events errors  facts, coded refusals
schema         GraphQL

Totals are in ``shared.totals``: the interface reckons with the same.
"""
