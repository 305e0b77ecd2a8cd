"""Which unit a text means, and how its words line up with the parts of the page name."""
