"""Imports: reading people's contact lists from the files that other programs write.

decoding    bytes → text, in the right encoding
dialect     which separator, and whether a ``sep=`` line says so
reader      text → rows or coded rejections, one at a time
headers     one header → what its column holds (vocabulary: the words for it)
mapping     all headers → a plan that turns a row's cells into a draft
carnet_csv  our own lossless format
rejects     the report of rows that stayed out
service     one file into one account, in batches
"""
