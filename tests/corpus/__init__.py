"""A corpus of page names made from the rules' meaning: each text with the unit and the codes owed.

Nothing here looks at how the checker works: the generator knows the unit lists, the naming patterns and
the published tables of the old encodings, and damages official names as people do.
"""
