"""What words say."""
