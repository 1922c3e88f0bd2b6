"""Arabic text in: articles, importers, segmentation, tokens, the library."""
