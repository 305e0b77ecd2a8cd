"""How fast the checker is, and how right: `python -m benchmarks` and `python -m benchmarks.accuracy`."""
