"""Packs and language models on disk, verified by their hashes. Free of torch at import."""
