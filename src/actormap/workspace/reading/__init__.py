"""From files to records, with everything that is wrong with them."""
