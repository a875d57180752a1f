"""Workflows: boards of steps that cards pass through, to a win or a loss.

models         the tables: workflows, steps, cards and what is on them, stays, automations
rules          ranks between neighbours, kinds, templates; pure
limits         how many, how long
rows           the light objects that reads return
filters        which cards a board shows
queries        every SELECT, scoped to the actor's account
service        one function per verb
live           boards as they change; who looks at them
registrations  personal data, and how cards follow contacts
live_details   one card, and the cards of one contact, as they change
jobs           automations; erasing what was deleted long ago
events errors  facts, coded refusals
detail_rows detail_events          of what cards hold
automation_rows automation_events  of what happens by itself
schema         GraphQL
"""
