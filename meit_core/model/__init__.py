"""The MEIT network as ``nn.Module``s, and the model pack on disk.

``pack``, ``prompt``, ``findings`` and ``ecg_input`` are free of torch.
"""
