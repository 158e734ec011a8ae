"""All briefs together: what became of each folder, and which of it readers may see."""
