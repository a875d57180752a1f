"""What both halves must reckon alike: pure rules on plain values, of the standard library alone.

totals  what a quote, an invoice or a credit note adds up to
"""
