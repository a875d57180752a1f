"""The archive of a board: the cards that were put away, step by step.

state  what is loaded of it, window by window
page   puts it together
"""
