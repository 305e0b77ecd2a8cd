"""Unit lists: their values, loading from YAML, and finding a unit in one."""
