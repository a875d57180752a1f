"""Pure decisions about campaigns: no database, no network.

kinds    states of campaigns and recipients, why somebody gets no letter
limits   how long, how many
blocks   what a letter is made of, checked
links    where it may lead
placeholders   places that are filled with what is known of a reader
audience       who of those chosen gets a letter, and why others do not
letter         the parts as HTML that mail programs show alike, and as text
template       a letter cut once, filled for each
pace           how fast letters leave
"""
