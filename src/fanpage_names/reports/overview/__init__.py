"""The overview of who has a page, written out: one module an output format."""
