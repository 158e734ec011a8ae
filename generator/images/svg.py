"""What all that reads drawings knows of their form (SVG 2)."""

SVG = "{http://www.w3.org/2000/svg}"
"""The namespace, as lxml writes it before the name of an element."""
