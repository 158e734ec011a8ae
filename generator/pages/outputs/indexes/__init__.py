"""The pages across briefs, one module each: what all briefs together say of people, questions, quotes, days, topics, sources, corrections.

Each is made of the views of the briefs that are listed. Long ones are cut into pages (`paging`).
"""
