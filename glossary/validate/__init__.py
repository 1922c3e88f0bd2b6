"""What is wrong with the glossary's data: python -m glossary.validate [--warnings] [FILES…]."""

from glossary.validate.registry import ABOUT, Finding
from glossary.validate.run import validate

__all__ = ["ABOUT", "Finding", "validate"]
