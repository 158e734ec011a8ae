"""How findings are shown: one module per format. Floor 10."""
