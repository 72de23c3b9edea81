"""Which pictures carry the method? Accessible SVG from frozen values: no models, no request, no clock, no chance.

Each picture offers one function from one value to a `Picture`, or to None when there is nothing to draw: the caller
then shows its empty state. A picture is drawn twice, for a wide and for a narrow column; the style sheet shows one.
"""
