"""Tests of the models of items."""
