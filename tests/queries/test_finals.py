"""What a draft became."""

from __future__ import annotations

from typing import Any

from graph.model import NodeId
from queries.finals import finals
from queries.show import show

LS, LC = "tỉnh Lạng Sơn", "tỉnh Lào Cai"


def test_a_draft_and_its_final_version_are_linked_and_stay_two(
    store_of: Any, document: Any, edge: Any
) -> None:
    def plan(id: str, **rest: Any) -> Any:
        said = {"symbol": f"{id}/KH-UBND", "type": "Kế hoạch", "issuer": "UBND tỉnh", "jurisdiction": LS}
        return document(id, **{"date": "2026-02-01", **said, **rest})

    draft = document("draft", type="Kế hoạch", issuer="UBND tỉnh", jurisdiction=LS, draft=True)
    nodes = [
        draft,
        document("nq", symbol="57-NQ/TW"),
        document("letter", date="2026-01-15", loaded=True),
        plan("12", issuer="Ủy ban nhân dân tỉnh Lạng Sơn"),
        plan("7", date="2025-12-01"),  # before the letter
        plan("13", jurisdiction=LC),
        plan("14", type="Chỉ thị", symbol="14/CT-UBND"),
    ]
    words = ["letter comments_on draft", "draft implements nq"]
    words += [f"{id} implements nq" for id in ("12", "7", "13", "14")]
    store = store_of(
        nodes, [edge(each, span=(n, n + 1)) for n, each in enumerate(words)], **{"f.txt": "x" * 9}
    )
    [final] = finals(store, draft)
    assert (final.id, [one.target for one in final.shared]) == ("12", ["nq"])
    shown = show(store, NodeId("draft"))
    assert [one.id for one in shown.finals] == ["12"]
    assert show(store, NodeId("nq")).finals == ()


def test_a_draft_law_by_its_title(store_of: Any, document: Any) -> None:
    law = document("law", symbol="54/2024/QH15", type="Luật", subject="Luật Địa chất và khoáng sản")
    draft = document("draft", type="Luật", subject="Dự án Luật Địa chất và Khoáng sản", draft=True)
    other = document("other", symbol="24/2018/QH14", type="Luật", subject="Luật An ninh mạng")
    assert [one.id for one in finals(store_of([law, draft, other], **{"f.txt": ""}), draft)] == ["law"]
