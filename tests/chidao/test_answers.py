"""The answers of the commands on the sample story, each against its schema."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "docs" / "schemas"
DIRECTIVE = "07-chi-thi-15-ct-ubnd.txt"


@cache
def validator(name: str) -> Draft202012Validator:
    shared = Resource.from_contents(read("common"))
    return Draft202012Validator(read(name), registry=Registry().with_resource("common.json", shared))


def read(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def check(name: str, value: Any) -> Any:
    validator(name).validate(value)
    return value


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.stem)
def test_schemas_are_schemas(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("schema", "arguments"),
    [
        ("trace", ["trace", "15/ct-ubnd"]),
        ("trace", ["trace", DIRECTIVE, "--all", "--follow", "mentions,amends"]),
        ("tasks", ["tasks"]),
        ("tasks", ["tasks", "--owner", "so khoa hoc va cong nghe", "--role", "any"]),
        ("impact", ["impact", "57-NQ/TW"]),
        ("search", ["search", "thu tuc hanh chinh"]),
        ("show", ["show", "57 nq tw"]),
        ("history", ["history", "57-NQ/TW", "--on", "30/6/2025"]),
        ("related", ["related", DIRECTIVE]),
        ("agency", ["agency", "so khoa hoc va cong nghe"]),
        ("disputes", ["disputes"]),
        ("lineage", ["lineage", "kiện toàn 12 tổ công nghệ số"]),
        ("gaps", ["gaps"]),
        ("check", ["check"]),
        ("status", ["status", "--files"]),
    ],
)
def test_answers_follow_their_schema(schema: str, arguments: list[str], story: Any) -> None:
    done = story(*arguments, "--json")
    assert done.status == 0, done.err
    check(schema, done.json)


def test_options_may_stand_before_the_command(story: Any) -> None:
    assert story("--json", "trace", DIRECTIVE).json == story("trace", DIRECTIVE, "--json").json


def test_export_lines(story: Any) -> None:
    lines = story("export").out.splitlines()
    for line in lines:
        check("export", json.loads(line))
    assert lines == sorted(lines, key=lambda line: ('"node":' not in line, line))


def test_a_trace_reaches_the_resolution_with_words_that_are_in_the_files(
    story: Any, samples_dir: Path
) -> None:
    answer = story("trace", DIRECTIVE, "--json").json
    symbols = [answer["nodes"][source]["symbol"] for source in answer["sources"]]
    assert "57-NQ/TW" in symbols
    for path in answer["paths"]:
        assert path[0]["from"] == answer["start"]
        assert path[-1]["to"] in answer["sources"]
        for proof in (proof for hop in path for proof in hop["evidence"]):
            text = (samples_dir / proof["file"]).read_bytes().decode("utf-8-sig")
            assert text[proof["start"] : proof["end"]] == proof["quote"]
            assert proof["quote"] in proof["sentence"]


def test_every_name_of_a_document_gives_the_same_trace(story: Any) -> None:
    answers = {story("trace", name, "--json").out for name in (DIRECTIVE, "15/CT-UBND", "15 ct ubnd")}
    assert len(answers) == 1
    start = json.loads(answers.pop())["start"]
    assert story("trace", start, "--json").json["start"] == start


def due(row: Any) -> str:
    deadline = row["deadline"] or {}
    return str(deadline.get("date_to") or deadline.get("date") or "9999")


def test_tasks_by_deadline(story: Any) -> None:
    rows = story("tasks", "--json").json["tasks"]
    assert rows
    assert rows == sorted(rows, key=lambda row: (due(row), row["file"], row["start"]))
    early = story("tasks", "--due-before", "1/9/2025", "--json").json["tasks"]
    assert 0 < len(early) < len(rows)
    assert {due(row) < "2025-09-01" for row in early} == {True}
    assert story("tasks", "--overdue", "--today", "2025-09-01", "--json").json["tasks"] == early


@pytest.mark.parametrize("command", ["trace", "impact", "show", "render"])
def test_not_found_is_3_with_an_object(command: str, story: Any) -> None:
    done = story(command, "999/XX-YY", "--json")
    assert done.status == 3
    assert check("error", done.json)["error"]["kind"] == "not_found"
    assert "999/XX-YY" in done.err


def test_an_ambiguous_start_lists_its_candidates(chidao: Any, tmp_path: Path) -> None:
    for province in ("Lạng Sơn", "Cao Bằng"):
        text = (
            f"Thực hiện Kế hoạch số 125/KH-UBND ngày 15/4/2025 của UBND tỉnh {province}, Sở Y tế báo cáo./."
        )
        (tmp_path / f"{province}.txt").write_text(text, encoding="utf-8")
    chidao("--store", "a.db", "ingest", ".")
    done = chidao("--store", "a.db", "trace", "125/KH-UBND", "--json")
    assert done.status == 3
    error = check("error", done.json)["error"]
    assert error["kind"] == "ambiguous"
    places = {node["jurisdiction"] for node in error["candidates"]}
    assert places == {"tỉnh Lạng Sơn", "tỉnh Cao Bằng"}
    assert all(node["id"] in done.err for node in error["candidates"])


def test_what_is_inferred_says_so(story: Any) -> None:
    task = "kiện toàn 12 tổ công nghệ số"
    answer = story("lineage", task, "--json").json
    assert answer["inferred"] is True
    assert [kin["inferred"] for kin in (*answer["higher"], *answer["lower"])] == [True]
    assert "inferred" in story("lineage", task).out
    assert "suy đoán" in story("lineage", task, "--lang", "vi").err.lower()


def test_disputes_show_both_sides(story: Any) -> None:
    done = story("disputes")
    kinds = [line.split("\t")[0] for line in done.out.splitlines()]
    assert kinds == ["kind", "draft", "draft", "draft"]
    assert "dự thảo Kế hoạch giao Sở Tư pháp" in unicodedata.normalize("NFC", done.out)
    assert "3" in done.err


def test_nothing_found_by_search(story: Any) -> None:
    done = story("search", "zzzz", "--json")
    assert (done.status, done.json) == (3, {"hits": []})


def test_tables_are_tab_separated_when_piped(story: Any) -> None:
    lines = story("tasks").out.splitlines()
    assert lines[0].split("\t")[:3] == ["deadline", "task", "lead"]
    assert {line.count("\t") for line in lines} == {6}


def test_talk_goes_to_standard_error_and_can_be_silenced(story: Any) -> None:
    assert "tasks" in story("tasks").err
    assert story("tasks", "-q").err == ""
    assert "nhiệm vụ" in story("tasks", "--lang", "vi").err


def test_a_sheet_and_outcomes_that_survive(story: Any, tmp_path: Path) -> None:
    answer = story("tasks", "--json", "--today", "2025-06-01").json
    first = answer["tasks"][0]
    kept = tmp_path / "ket-qua.csv"
    kept.write_text(
        f"task,status,note,date\n{first['id']},hoàn thành,số 5,1/6/2025\nmat,xong,,\n", encoding="utf-8"
    )
    done = story("tasks", "--json", "--outcomes", str(kept))
    check("tasks", done.json)
    assert done.json["tasks"][0]["state"] == "done"
    assert [one["task"] for one in done.json["orphaned_outcomes"]] == ["mat"]
    lines = story("tasks", "--csv", "--outcomes", str(kept)).out.splitlines()
    assert lines[0].startswith("\ufeffid,state,deadline")
    assert len(lines) == len(answer["tasks"]) + 1
    assert not any(cell.startswith(("=", "+", "@")) for line in lines for cell in line.split(","))


def test_a_file_of_outcomes_that_cannot_be_right_says_where(story: Any, tmp_path: Path) -> None:
    kept = tmp_path / "ket-qua.csv"
    kept.write_text("task,status\n,xong\n", encoding="utf-8")
    done = story("tasks", "--outcomes", str(kept))
    assert (done.status, "line 2" in done.err) == (1, True)


def test_a_duty_from_its_source(story: Any) -> None:
    task = next(one for one in story("tasks", "--json").json["tasks"] if one["lead"])
    answer = check("chain", story("chain", task["id"], "--json").json)
    assert answer["roles"][0]["edge"] == "led_by"


def test_a_draft_is_verified_before_it_is_signed(story: Any, tmp_path: Path) -> None:
    draft = tmp_path / "du-thao.txt"
    draft.write_text(
        "KẾ HOẠCH\nCăn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2023 của Bộ Chính trị;\n"
        "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;\n",
        encoding="utf-8",
    )
    done = story("verify", str(draft), "--json")
    answer = check("verify", done.json)
    assert done.status == 1
    assert [one["finding"] for one in answer["citations"]] == ["mismatch", "found"]
    assert answer["citations"][0]["mismatches"] == [
        {"field": "date", "stated": "2023-12-22", "right": "2024-12-22"}
    ]
