"""The numbers of a board: where its cards are, how they come on, what was won and lost.

page     reads them, and puts it together
charts   bars as plain SVG
steps    each step: cards, worth, how many get there, how long they stay
months   each month: won, lost, and why
words    spans of time, sums of several currencies
"""
