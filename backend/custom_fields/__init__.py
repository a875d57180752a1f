"""Custom fields: what an account keeps of its contacts beside the standard fields.

kinds, limits    the types of fields, and the bounds of names and values
names            what a field may not be called
values           what a value of each type is: checked, kept, compared and sorted
models           the table of fields; the values are with the contacts
rows, queries    the light object that reads return, and every SELECT
service          create, rename, put in order, delete and restore a field; keep its count
events, errors   facts, coded refusals
registrations    the columns that an account's files may have beside the standard ones
schema           GraphQL
"""
