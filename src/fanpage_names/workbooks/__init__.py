"""Workbooks that officers get back: their own with marks, a mended copy, and the form to fill in."""
