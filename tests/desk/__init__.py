"""The use cases, without any command."""
