"""The chapters of the dossier of a network, one module each; a chapter that has nothing to say is None."""
