"""Số, ký hiệu: the number and symbol of a Vietnamese document, as a grammar and not as a list.

State papers put a slash after the number, a hyphen between groups, and the year where they are normative;
letters (công văn) begin with their issuer instead of a type; Party papers put a hyphen after the number.

    866/QĐ-TTg              state     type QĐ, issuer TTg
    30/2020/NĐ-CP           state     year 2020, type NĐ, issuer CP
    4725/VPCP-KSTT          letter    issuer VPCP, unit KSTT
    72/2025/QH15            law       issuer QH, term 15
    5053-CV/VPTW/nb         party     type CV, issuer VPTW, for internal use (nội bộ)

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 and Phụ lục III; Luật 64/2025/QH15, Điều 7;
Hướng dẫn 36-HD/VPTW.
A number is a string ("66.10" is not "66.1"), and a code that nobody has listed is still a code.
"""

from graph.errors import InvalidSymbol
from graph.symbol.characters import compact, fold
from graph.symbol.grammar import Style, SymbolParts, format, is_valid, parse, validate
from graph.symbol.repairs import REPAIRS, Repair, repair

__all__ = [
    "REPAIRS",
    "InvalidSymbol",
    "Repair",
    "Style",
    "SymbolParts",
    "compact",
    "fold",
    "format",
    "is_valid",
    "parse",
    "repair",
    "validate",
]
