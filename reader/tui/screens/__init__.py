"""Screens: they route; what they show is computed below them."""
