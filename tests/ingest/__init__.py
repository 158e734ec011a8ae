"""Files of all formats, and what is wrong with them."""
