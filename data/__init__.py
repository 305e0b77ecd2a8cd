"""The unit lists, their history, and the template of the letter."""
