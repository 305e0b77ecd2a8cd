"""The rules in force: wired once for a checker, then asked about each name."""
