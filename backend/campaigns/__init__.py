"""Campaigns: one letter to many contacts who agreed to it, and what became of each.

models         the tables
rules          states, blocks, limits: pure decisions
rows           the light objects that reads return
links          the signed addresses and ids that letters carry, and reading them back
queries        every SELECT, scoped to the actor's account
service        one function per verb
mime           a filled letter as its bytes
images         pictures on their way into letters
http           pictures and previews, to whoever has their address
live           campaigns as they change
jobs           sending, beginning at a time, erasing what was deleted long ago
registrations  personal data; how recipients follow contacts
events, errors, schema     facts, coded refusals, GraphQL

A recipient is one row of ``campaign_recipient``: one address, once, whatever crashes. Everything
that comes back from outside names it by ``links``: ``recipient_of_token`` for addresses that were
opened, ``recipient_of_message_id`` for reports about letters. What then happened is written with
the row's own columns (``opened_at``, ``clicked_at``, ``bounce`` and ``bounced_at``,
``unsubscribed_at``), the counter of the campaign, and one fact, in one unit of work.
"""
