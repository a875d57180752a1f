"""The API explorer: the schema to read, a bench to try it on, snippets to take home.

page        the page: header, reference, bench
bench       the places of editors, answers, snippets, history
words       what the bench's own script says, in the reader's language
examples    operations to begin with
reference   the schema as data, from introspection
docs        the reference panel, and docs_type one type of it
"""
