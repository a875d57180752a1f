"""Pure decisions of the inbox: no ORM, no I/O.

kinds       states, directions, problems
limits      how long and how many
"""
