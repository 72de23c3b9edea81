"""Questionnaires as data: a versioned catalogue of files, an authority's own copies, and filling one in by oneself or
together around a table. Surveys and workshops ask the same questions in their own way, through `public`."""
