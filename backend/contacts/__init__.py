"""Contacts: the clients of an account, with their e-mails, phones, addresses, labels and photo.

models, columns, limits      the tables and their bounds
kinds, drafts, cleaning, state   what a contact is made of; what a write accepts, and why not
emails, phones, postal       how e-mails, phones and addresses are compared and shown
filters, compiling           which contacts: one filter, in Python and in SQL
sorting, search_text         in which order; what a contact is found by
search_keys, search_pairs    where it stands in the search's index, and what that has beside letters
names, merging, items         whose names are close; two contacts as one, and items that are equal
redirects                    ids of contacts that were merged into others
mail_states                  addresses, as far as writing to them in bulk goes
rows, queries/               light objects, and every SELECT that fills them
service/                     one function per verb, and the set-based writes under them
events, errors, snapshots    facts, coded refusals, what a filter needs to know of the past
photos/                      pictures, and the routes that take and serve them
live                         a list and a contact, followed as they change
schema/                      GraphQL
jobs, registrations          purging; what other domains may ask about contacts
"""
