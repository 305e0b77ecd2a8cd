"""A parse laid beside the canonical name: what the rules look at."""
