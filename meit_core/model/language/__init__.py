"""The language model in memory: loaded at a precision, quantised, adapted."""
