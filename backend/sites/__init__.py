"""Client sites: the web sites that an account looks after, and whose they are.

models         the tables: sites, whose they are, which accounts have them checked
limits         how many, how long
addresses      what is an address of a site
rows           the light object that reads return
queries        every SELECT, scoped to the actor's account
service        make, change, delete and restore sites; link them; personal data; daily checks
checking       looking at a site from outside: its name, its certificate, its answer
registrations  how links follow contacts; personal data
jobs           the daily checks, erasing what was deleted long ago
events errors  facts, coded refusals
schema         GraphQL, with ``Contact.sites``
"""
