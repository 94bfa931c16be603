"""How much memory a language model needs, from its published sizes. Free of torch."""
