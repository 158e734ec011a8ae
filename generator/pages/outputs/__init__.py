"""What is made of a library, one file per output."""
