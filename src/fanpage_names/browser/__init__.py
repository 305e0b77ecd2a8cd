"""What the web page asks of the library. It runs where the page runs Python."""
