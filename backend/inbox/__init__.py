"""The inbox: messages to and from contacts as real e-mail, in one thread each.

models         the tables
rules          rich text, threads, servers, limits: pure decisions
mail           talking to mail servers
rows, mailboxes, drafts     light objects that reads return, and writes take
queries        every SELECT, scoped to the actor's account
service        one function per verb
live           threads and messages as they change
payable        invoices that messages ask for
hearers        who else is told of letters that came back
jobs           sending, reading
registrations  personal data; how messages follow contacts
http, links    the pages of payment requests, and of messages with images
events, errors, schema     facts, coded refusals, GraphQL
"""
