"""The archive of a board: the cards that were put away, step by step.

page   reads it, and puts it together
"""
