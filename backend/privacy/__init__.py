"""Privacy requests: somebody asks for a copy of their data, or that it is erased.

rules        kinds, states and their ways, the deadline
details      what the person said of themselves: checked, compared, sealed
models, rows, queries   requests, and the contacts that were confirmed as the person
copies       the zip of a copy: sections, words, pages, tables
copy_models, copy_rows, copy_queries   links, downloads, letters with a link
service      one verb a file
http, pages  the download of the team, and the client's page of a link
letters      what the team is written
live         following requests
schema       GraphQL
registrations   how requests follow contacts
events, errors  facts (never whose they are), coded refusals

A request is written down with a person's details (NEW); contacts that these match are confirmed as
the person (MATCHED, by ``service.confirm.settle_people``). From there a copy goes on by itself,
while an erasure waits for its own confirmation: a verb of its own brings it from MATCHED to
WAITING with ``erase_after``, its job from WAITING to RUNNING to DONE with ``certificate``, and sets
``details`` and ``match_key`` to null. Whoever writes a request holds it with
``changing.locked_request`` and writes with ``changing.change_request``, which also tells the
history; ``task`` grows whenever work begins or is called off, and a job whose number is over writes
nothing. ``cancel_request`` covers WAITING. What each domain holds of a person is gathered and
erased through ``backend.core.registry.personal_data``.
"""
