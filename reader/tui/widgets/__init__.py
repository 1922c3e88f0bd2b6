"""Widgets: each draws one thing on the line API and tells the screen what was done to it."""
