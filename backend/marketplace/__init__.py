"""Marketplaces: leads that they hand in, and the projects of contacts that come of them.

drafts, limits          a lead as it is handed in; bounds
statuses                where a project stands
models, rows, queries   projects
service                 handing a lead in, changing a project's status
schema                  GraphQL
registrations           personal data; how projects follow contacts
events, errors          facts, coded refusals
"""
