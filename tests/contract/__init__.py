"""What others rely on."""
