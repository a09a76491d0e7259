"""The exact optimum of goals in strict order, over a list of allowed pairs, and its proof."""
