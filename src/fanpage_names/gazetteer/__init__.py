"""What may be named, now and then: units and what their page names are made of, type words, prefixes, other words."""
