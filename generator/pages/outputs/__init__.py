"""What is made of a library, one file per output.

`views` turns a checked brief into what templates print; every other module makes one kind of output of it.
"""
