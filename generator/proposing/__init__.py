"""From a draft to items of brief.yml that an editor accepts or rejects.

`sentences` finds the passages that state something, `standing` is what the brief has already, `items` makes proposals of both, and
`trial` drops what our own checks would not let pass. All of it is pure.
"""
