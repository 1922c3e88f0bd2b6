"""Arabic words to English: the curated glossary, the general lexicon and the analysis of word forms."""
