"""Exports: contacts as files that other programs open.

options, links     what kind of file, its name and its language; the signed address of one
requests           which contacts in which order, as they are kept until the download
formats            one module per kind of file: a contact → its row or card
models, queries    the exports that were asked for
service            asking for one, writing it, forgetting those that are over
spool, http        a file that is sent while it is written; the download route
schema             GraphQL
events, errors     facts, coded refusals
jobs               tidying up
"""
