"""Headless training: data sets, the loop, checkpoints, and the pack it writes."""
