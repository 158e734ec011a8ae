"""Pages and what stands on them."""
