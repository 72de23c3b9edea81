"""How every page looks: base templates, components, tokens, lists and pictures. No models."""
