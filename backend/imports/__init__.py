"""Imports: reading people's contact lists from the files that other programs write.

signatures         what kind of file it is, whatever its name says
conversion, workbooks, card_table, cards   XLSX and vCards → CSV, in a process of its own
decoding           bytes → text, in the right encoding
lines, dialect     lines of bounded length; which separator, or what a ``sep=`` line says
reader             text → rows or coded refusals, one at a time
targets            what a column can become, as a value and as a text
folding, vocabulary, headers, customs   one header → what its column holds
contents, guessing   what the cells of a column look like, where its header says nothing
formats, columns, titles, mapping   all headers → which program wrote them, a plan of the columns
values, countries, addresses, readings, numbers, dates   what single cells hold
contact, parsing   a row's cells → a contact as the file describes it
drafting, people   → a draft for the contacts domain; when two are of one person
notices            what is odd about a file that can be read
source, rejects    an open file; the report of rows that stayed out
batches, refused   its rows as what they make, some at a time; why one stays out
reading, reading_process, passing   the same done by a process of its own
models, queries    the imports of the wizard, from the upload on
states, choices, parts, rows   where one stands, what was chosen, what is kept as JSON
files, limits      what lies on the disk; how much of it
service            one file into one account, in batches; an import step by step; ``fetched`` for
                   domains above, which write the file themselves
http, live         uploads and rejected rows; following one import
schema             GraphQL
events, errors     facts, coded refusals
"""
