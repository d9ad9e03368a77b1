"""The colours of the lanes."""

COLOURS = {
    1: ("#fde2e0", "#b3261e"),
    2: ("#fff0d6", "#b26a00"),
    3: ("#fdf6c9", "#8a7500"),
    4: ("#dff3e3", "#2e7d32"),
    5: ("#d9f2f2", "#00796b"),
    6: ("#dceafc", "#1a5fb4"),
    0: ("#eeeeee", "#616161"),
    8: ("#ffffff", "#424242"),
    9: ("#ece3f7", "#6a3fa0"),
}
"""Background and border of each lane; the border has contrast enough for text."""
