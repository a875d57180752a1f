"""The copy of a person's data: one zip, written with little memory however much there is.

sections   what was gathered, set aside on disk, one section at a time
words      sections, fields and values in the account's language
values     a field → a cell, or a text to read
csv_file, json_file, html_page   a section as each of the three
archive    the zip: files as they come, sections at the end, the index last
style.css  how the pages look; they have no scripts
"""
