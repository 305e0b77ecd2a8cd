"""Texts that are no damaged official name: what people write of other places, other times and other bodies.

Nothing here looks at how the checker works. Each text comes with the answers that the rules allow for it; they are
worked out from the parts that the text was made of, never from the text.
"""
