"""From a draft to items of brief.yml that an editor accepts or rejects.

`sentences` finds the passages that state something, `standing` is what the brief has already, `items` makes proposals of both, `decisions`
knows which were made before and what became of them, `trial` drops what our own checks would not let pass, and `propose` is all of that in
order. All of it is pure.
"""
