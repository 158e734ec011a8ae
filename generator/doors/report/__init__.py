"""How findings are shown: one module per format."""
