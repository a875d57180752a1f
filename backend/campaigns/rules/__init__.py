"""Pure decisions about campaigns: no database, no network.

kinds    states of campaigns and recipients, why somebody gets no letter
limits   how long, how many
blocks   what a letter is made of, checked
"""
