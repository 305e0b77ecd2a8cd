"""What `check` found, written out: one module an output format."""
