"""What becomes of pages after mergers, for people and for programs."""
