"""What readers get: views of checked briefs, and one file per output made of them."""
