"""Letters of a PDF whose font does not say them: "(cid:55)(cid:1228)(cid:49)(cid:43)" is "TỈNH".

A converter writes the number of the glyph where the font has no table of letters. Documents must be set in
Times New Roman (Nghị định 30/2020, Phụ lục I.I.1), so its numbers are known: ASCII, then the letters of the
old Macintosh set, then the Vietnamese block, which the slanted and bold faces have in another place.
"""

from __future__ import annotations

_ASCII = (3, 97, 29)
"""First and last glyph, and what leads to the code point."""
_VIETNAMESE = ((1188, 1277, 6652), (808, 897, 7032))
"""U+1EA0 to U+1EF9."""
_MACINTOSH = (98, 225)
_OTHERS = {
    255: "đ",
    258: "Ă",
    259: "ă",
    264: "Đ",
    428: "Ĩ",
    429: "ĩ",
    484: "ỳ",
    751: "ơ",
    1131: "ơ",
    1133: "ư",
}
"""Letters that stand apart, as seen."""


def letter(glyph: int) -> str | None:
    """The letter with this number in Times New Roman, None where it is not known."""
    for first, last, shift in (_ASCII, *_VIETNAMESE):
        if first <= glyph <= last:
            return chr(glyph + shift)
    first, last = _MACINTOSH
    if first <= glyph <= last:
        return bytes([0x80 + glyph - first]).decode("mac_roman")
    return _OTHERS.get(glyph)
