"""Duplicates: contacts that are likely one person, found as the book changes, and their merging.

models          pairs, the keys that bring likely pairs together, merges, how far the search came
profiles, keys  what of a contact is compared; which contacts are compared at all
rules           why two contacts may be one, and how likely
rows, queries/  light objects, and every SELECT
service/        searching, dismissing, merging, undoing, forgetting
events, errors  facts, coded refusals
schema/         GraphQL
jobs, registrations   the search follows the account's history; old merges are made final
"""
