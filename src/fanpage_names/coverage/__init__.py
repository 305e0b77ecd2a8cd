"""Which units have a page: counted from checked rows, judged against the targets, compared with an earlier report."""
