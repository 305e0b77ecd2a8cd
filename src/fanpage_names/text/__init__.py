"""Vietnamese writing: folding, syllables, look-alikes, legacy encodings, keystrokes. Knows no units."""
