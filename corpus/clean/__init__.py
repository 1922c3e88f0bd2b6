"""What a raw page needs before it is an article: one small function a rule, each with its reason."""

from corpus.clean.run import RULES, Cleaned, clean, notices

__all__ = ["RULES", "Cleaned", "clean", "notices"]
