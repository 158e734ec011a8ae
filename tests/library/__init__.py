"""All briefs together: what is shown on which day, and what is remembered of it."""
