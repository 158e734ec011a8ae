"""Tests of views and of what writes them."""
