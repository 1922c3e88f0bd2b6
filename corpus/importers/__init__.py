"""One importer for each source format."""
