"""The smallest network that learns something, as a recipe without its stages, and how to train it in a process."""

from __future__ import annotations

NETWORK = """
name = "tiny"
version = "0"
vocabulary = 320
threads = 1
device = "cpu"
[data]
root = "{root}"
training_folds = [1, 2]
[input]
measured = true
[encoder]
kind = "conv-transformer-measuring"
components = 8
experts = 2
expert_width = 16
widths = [8, 16]
blocks_per_stage = 1
attention_layers = 1
attention_heads = 2
n_tokens = 4
[decoder]
hidden = 48
layers = 2
heads = 4
feed_forward = 64
[fusion]
n_summary = 2
"""
"""Format it with ``root``, the data set's folder; the stages' tables follow."""

PLAIN = NETWORK.replace(
    'kind = "conv-transformer-measuring"\ncomponents = 8\nexperts = 2\nexpert_width = 16\n', ""
).replace("measured = true", "measured = false")
"""The same without measurements."""

COMMAND = """
import sys
import meit_core.training.label_space
meit_core.training.label_space.MINIMUM_CODED = 2
from meit_core.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""For ``python -c``: the command line, which takes a code with two recordings for one that can be learnt."""
