"""Arabic on a grid of cells: bidi levels, shaping, wrapping, visual lines, hit-testing. No Textual here."""
