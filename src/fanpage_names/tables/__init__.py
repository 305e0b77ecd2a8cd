"""Tables: submitted files read, and tables of any kind written."""
