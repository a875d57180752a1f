"""Files of an account: how they come in, where they are kept, how they go out again.

names, sniffing   what a file is called, and what it is, whatever its name says
kinds, limits     what is told apart; how much
links             signed addresses for a while
models, rows, queries   the files that are kept, or on their way; those of contacts
shown             what every row says of a file that something holds
service           taking, keeping, reading and forgetting files, for every domain above
http              the upload route and the download route
schema            GraphQL
registrations     personal data; how files follow contacts
events, errors    facts, coded refusals

Whoever keeps files has a foreign key to ``files.StoredFile``; what nobody has goes after a day.
"""
