"""What became of the units of the earlier lists, and where those of the later ones come from."""
