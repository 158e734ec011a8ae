"""What words say, as tables per language: shared by checks, drafting and ingest."""
