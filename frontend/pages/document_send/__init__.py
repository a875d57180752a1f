"""Documents on their way to clients.

dialog        the letter, before it leaves
panel         who got it, who looked, what they answered; the link
words         states and letters in words
letters_part  the settings of letters, and of accepted quotes
"""
