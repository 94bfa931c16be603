"""What the product knows about electrocardiography: statements, the report parser, criteria, instructions."""

from meit_core.knowledge.lexicon import Age, Certainty
from meit_core.knowledge.parser import Mention, parse_report, split_sentences, stated_codes
from meit_core.knowledge.statements import Statement, expand_acronym, load_statements

__all__ = [
    "Age",
    "Certainty",
    "Mention",
    "Statement",
    "expand_acronym",
    "load_statements",
    "parse_report",
    "split_sentences",
    "stated_codes",
]
