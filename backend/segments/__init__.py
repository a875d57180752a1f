"""Segments: filters that are saved under a name, by a person for themselves or for the team.

models         the table
rules          who may change what, limits
rows           the light object that reads return
queries        every SELECT, scoped to what the actor may see
service        create, update, delete and restore; what is counted, and what is missing
registrations  saved filters as conditions of others, for ``contacts``
jobs           erasing what was deleted long ago
events         facts
errors         coded refusals
schema         GraphQL
"""
