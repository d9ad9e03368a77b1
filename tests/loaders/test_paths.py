"""Which files a path means, and by which key."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from loaders.paths import discover


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "con/b.txt", "con/c.pdf", "ghi-chu.md", ".an.txt", ".git/d.txt"):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(name, encoding="utf-8")
    return tmp_path


def keys(*paths: str | Path) -> list[str]:
    return [found.key for found in discover(paths)[0]]


def test_a_folder_gives_its_documents_by_relative_key(folder: Path) -> None:
    assert keys(folder) == ["a.txt", "con/b.txt", "con/c.pdf"]


def test_a_file_gives_its_name(folder: Path) -> None:
    assert keys(folder / "con" / "b.txt") == ["b.txt"]


def test_a_pattern_gives_what_it_matches(folder: Path) -> None:
    assert keys(f"{folder}/*.txt") == ["a.txt"]
    assert keys(f"{folder}/**/b.txt") == ["b.txt"]


@pytest.mark.parametrize(("path", "kind"), [("khong-co.txt", "unreadable"), ("*.khong-co", "usage")])
def test_what_is_not_there_is_said(folder: Path, path: str, kind: str) -> None:
    found, failures = discover([folder / path])
    assert (found, [failure.kind for failure in failures]) == ([], [kind])


def test_two_files_of_one_name_are_not_merged(folder: Path) -> None:
    (folder / "khac").mkdir()
    (folder / "khac" / "b.txt").write_text("khác", encoding="utf-8")
    found, failures = discover([folder / "con" / "b.txt", folder / "khac" / "b.txt"])
    assert [file.path.parent.name for file in found] == ["con"]
    assert [(failure.file, failure.kind) for failure in failures] == [("b.txt", "same_name")]


def test_the_same_file_twice_is_once(folder: Path) -> None:
    found, failures = discover([folder / "a.txt", f"{folder}/a.*"])
    assert (len(found), failures) == (1, [])


def test_keys_are_nfc(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "Nghị quyết.txt")).write_text("x", encoding="utf-8")
    assert keys(tmp_path) == [unicodedata.normalize("NFC", "Nghị quyết.txt")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_not_followed_out_of_the_folder(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("ngoai") / "mat.txt"
    outside.write_text("mật", encoding="utf-8")
    (folder / "link.txt").symlink_to(outside)
    (folder / "trong.txt").symlink_to(folder / "a.txt")
    assert "link.txt" not in keys(folder)
    assert "trong.txt" in keys(folder)
