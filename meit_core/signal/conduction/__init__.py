"""How the atria and the ventricles are related: P waves all over a recording, block between them, early beats."""
