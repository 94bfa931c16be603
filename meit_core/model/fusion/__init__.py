"""How the ECG meets the language model: one module per way, and one small table of families.

``families`` says where a family keeps what is called; ``attention`` lets every self-attention layer see the ECG;
``key_value``, ``concat`` and ``cross_attention`` are the three ways (MEIT's own, LLaVA's and Flamingo's).
"""
