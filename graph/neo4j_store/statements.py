"""Every statement of the store; values go in as parameters only.

A document, agency, task or topic has the label of its kind and `Entity`, whose id is unique. Relationships
have the kind of the edge as type. A file NAMES the documents that it mentions (itself with index -1), and
HAS_TEXT. Statements over several types are made of the enums alone, so their number is small and the server
keeps their plans.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import LiteralString

from graph.model import EdgeKind, NodeKind
from graph.neo4j_store.properties import (
    EDGE_COLUMNS,
    FILE_COLUMNS,
    GROUP_COLUMNS,
    LABELS,
    MENTION_COLUMNS,
    NODE_COLUMNS,
    TEXT_COLUMNS,
)


def types(kinds: Iterable[EdgeKind]) -> LiteralString:
    """Types of relationships as a pattern takes them: "BASIS|GUIDES"; all of them for none."""
    return "|".join(kind.name for kind in sorted(kinds) or EdgeKind)


# ---- schema ------------------------------------------------------------------------------------

STORE = "MATCH (store:ChidaoStore {name: 'chidao'}) RETURN store.schema AS schema"

NODES_AT_ALL = "MATCH (n) RETURN n LIMIT 1"

MAKE_STORE = """
    MERGE (store:ChidaoStore {name: 'chidao'}) ON CREATE SET store.schema = $schema, store.revision = 0
"""

NAMES_OF_SCHEMA = "SHOW INDEXES YIELD name, state WHERE state <> 'FAILED' RETURN name"

AWAIT_INDEXES = "CALL db.awaitIndexes($seconds)"

SEARCH_INDEX = "entity_words"

SCHEMA: dict[str, LiteralString] = {
    "store_name": "CREATE CONSTRAINT store_name IF NOT EXISTS FOR (n:ChidaoStore) REQUIRE n.name IS UNIQUE",
    "entity_id": "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    "file_key": "CREATE CONSTRAINT file_key IF NOT EXISTS FOR (n:File) REQUIRE n.key IS UNIQUE",
    "group_place": """
        CREATE CONSTRAINT group_place IF NOT EXISTS FOR (n:MentionGroup) REQUIRE (n.block, n.key) IS UNIQUE
    """,
    "group_block": "CREATE INDEX group_block IF NOT EXISTS FOR (n:MentionGroup) ON (n.block)",
    "document_symbol": "CREATE INDEX document_symbol IF NOT EXISTS FOR (n:Document) ON (n.symbol)",
    "agency_folded": "CREATE INDEX agency_folded IF NOT EXISTS FOR (n:Agency) ON (n.folded)",
    "task_document": "CREATE INDEX task_document IF NOT EXISTS FOR (n:Task) ON (n.document)",
    "task_deadline": "CREATE INDEX task_deadline IF NOT EXISTS FOR (n:Task) ON (n.deadline_to)",
    # No stop words: "án", "in", "to" are words here, which the folding analyzer of the server drops.
    SEARCH_INDEX: """
        CREATE FULLTEXT INDEX entity_words IF NOT EXISTS FOR (n:Document|Agency|Task|Topic) ON EACH [n.words]
        OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}
    """,
} | {
    f"{kind.value}_file": f"""
        CREATE INDEX {kind.value}_file IF NOT EXISTS FOR ()-[r:{kind.name}]-() ON (r.file)
    """
    for kind in EdgeKind
}
"""By the name of the constraint or index; an edge is found by its file, which drops it."""

# ---- nodes -------------------------------------------------------------------------------------

NODES = "UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN labels(n) AS labels, properties(n) AS own"

SCAN: dict[NodeKind, LiteralString] = {
    kind: f"""
        MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id > $after AND n:{label}
        RETURN n.id AS after, properties(n) AS own ORDER BY n.id LIMIT $page
        """
    for kind, label in LABELS.items()
}

IDS = """
    MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id > $after
    RETURN n.id AS after ORDER BY n.id LIMIT $page
"""

FIND = """
    CALL db.index.fulltext.queryNodes('entity_words', $words) YIELD node
    WHERE $label IS NULL OR $label IN labels(node)
    WITH node ORDER BY node.lot LIMIT $limit
    RETURN labels(node) AS labels, properties(node) AS own
"""

# ---- edges -------------------------------------------------------------------------------------

_EDGE: LiteralString = (
    "RETURN source.id AS source, type(r) AS type, target.id AS target, properties(r) AS own"
)


@cache
def edges_from(kinds: frozenset[EdgeKind]) -> LiteralString:
    """Edges of these kinds that leave $ids."""
    return f"UNWIND $ids AS id MATCH (source:Entity {{id: id}})-[r:{types(kinds)}]->(target) {_EDGE}"


@cache
def edges_to(kinds: frozenset[EdgeKind]) -> LiteralString:
    """Edges of these kinds that reach $ids."""
    return f"UNWIND $ids AS id MATCH (target:Entity {{id: id}})<-[r:{types(kinds)}]-(source) {_EDGE}"


@cache
def edges_between(kinds: frozenset[EdgeKind]) -> LiteralString:
    """Edges of these kinds between $pairs of a source and a target."""
    return f"""
        UNWIND $pairs AS pair MATCH (source:Entity {{id: pair[0]}}) MATCH (target:Entity {{id: pair[1]}})
        MATCH (source)-[r:{types(kinds)}]->(target) {_EDGE}
    """


@cache
def around(leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]) -> LiteralString:
    """One row: $ids as nodes, edges that leave them and edges that reach them, and the nodes beyond."""
    return f"UNWIND $ids AS id MATCH (n:Entity {{id: id}}) {_around('n', leaving, reaching)}"


def _around(
    node: LiteralString, leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]
) -> LiteralString:
    leave = f"MATCH (here)-[r:{types(leaving)}]->(there) RETURN r, there"
    reach = f"MATCH (here)<-[r:{types(reaching)}]-(there) RETURN r, there"
    both = " UNION ".join(way for way, kinds in ((leave, leaving), (reach, reaching)) if kinds)
    return f"""
        WITH collect({node}) AS found
        CALL (found) {{
            UNWIND found AS here CALL (here) {{ {both} }}
            RETURN collect(DISTINCT r) AS edges, collect(DISTINCT there) AS beyond
        }}
        RETURN [r IN edges | [startNode(r).id, type(r), endNode(r).id, properties(r)]] AS edges,
            [n IN found | [labels(n), properties(n)]] AS found,
            [n IN beyond | [labels(n), properties(n)]] AS beyond
    """


def _above(kinds: frozenset[EdgeKind]) -> LiteralString:
    """Each node near that edges of these kinds lead to from $start, and $start."""
    return f"MATCH (:Entity {{id: $start}})-[:{types(kinds)}*0..]->(near) WITH DISTINCT near"


def _below(kinds: frozenset[EdgeKind]) -> LiteralString:
    """Each node near from which edges of these kinds lead to $start, and $start; none if over $most."""
    return f"""
        MATCH (:Entity {{id: $start}})<-[:{types(kinds)}*0..]-(near) WITH DISTINCT near LIMIT $most + 1
        WITH collect(near) AS reached WHERE size(reached) <= $most
        UNWIND reached AS near
    """


_LINKS: LiteralString = "WHERE far <> near RETURN near.id AS near, collect(DISTINCT far.id) AS far"

_CHAINS: LiteralString = """
    WHERE far <> near
    RETURN near.id AS id, labels(near) AS labels, properties(near) AS own,
        collect([far.id, type(r), properties(r)]) AS links
"""


@cache
def links_up(kinds: frozenset[EdgeKind]) -> LiteralString:
    """The links of everything that edges of these kinds lead to from $start."""
    return f"{_above(kinds)} MATCH (near)-[:{types(kinds)}]->(far) {_LINKS}"


@cache
def links_down(kinds: frozenset[EdgeKind]) -> LiteralString:
    """The links of all from which edges of these kinds lead to $start; none if that is over $most nodes."""
    return f"{_below(kinds)} MATCH (near)<-[:{types(kinds)}]-(far) {_LINKS}"


@cache
def chains_up(kinds: frozenset[EdgeKind]) -> LiteralString:
    """As `links_up`, with nodes and edges, a row a node."""
    return f"{_above(kinds)} OPTIONAL MATCH (near)-[r:{types(kinds)}]->(far) {_CHAINS}"


@cache
def chains_down(kinds: frozenset[EdgeKind]) -> LiteralString:
    """As `links_down`, with nodes and edges, a row a node."""
    return f"{_below(kinds)} OPTIONAL MATCH (near)<-[r:{types(kinds)}]-(far) {_CHAINS}"


@cache
def level_down(kinds: frozenset[EdgeKind]) -> LiteralString:
    """The links of one level, in the order in which a cut walk takes them."""
    return f"""
        UNWIND $level AS id MATCH (near:Entity {{id: id}})<-[r:{types(kinds)}]-(far) WHERE far <> near
        WITH DISTINCT near, type(r) AS type, far ORDER BY near.lot, type, far.lot
        RETURN near.id AS near, far.id AS far
    """


# ---- mentions and files ------------------------------------------------------------------------

GROUPS = """
    MATCH (g:MentionGroup) WHERE g.block IN $blocks AND ($files IS NULL OR g.file IS NULL OR g.file IN $files)
    RETURN properties(g) AS own
"""

MENTIONS_OF = """
    UNWIND $ids AS id MATCH (file:File)-[m:NAMES]->(:Entity {id: id})
    RETURN file.key AS file, properties(m) AS own, id AS document
"""

MENTIONS = """
    UNWIND $keys AS key MATCH (:File {key: key})-[m:NAMES]->(document)
    RETURN key AS file, properties(m) AS own, document.id AS document
"""

FILES = """
    UNWIND $keys AS key MATCH (file:File {key: key})-[:HAS_TEXT]->(text)
    RETURN properties(file) AS own, properties(text) AS text
"""

TEXTS = """
    UNWIND $keys AS key MATCH (:File {key: key})-[:HAS_TEXT]->(text) RETURN key, text.text AS text
"""

LEDGER = """
    MATCH (file:File) USING INDEX file:File(key) WHERE file.key > $after AND file.sha256 IS NOT NULL
    RETURN file.key AS after, properties(file) AS own ORDER BY file.key LIMIT $page
"""

FILES_NAMED = """
    MATCH (file:File) WHERE (file.key = $name OR file.key ENDS WITH '/' + $name) AND file.sha256 IS NOT NULL
    RETURN file.key AS key
"""

# ---- tasks -------------------------------------------------------------------------------------

_FITTING: LiteralString = """
    WHERE ($documents IS NULL OR t.document IN $documents)
    AND ($due_before IS NULL OR t.deadline_to < $due_before)
    AND ($modality IS NULL OR t.modality = $modality)
"""


@cache
def tasks_of_agencies(roles: frozenset[EdgeKind]) -> LiteralString:
    """Tasks t in which one of $agencies stands in one of these roles."""
    return f"""
        MATCH (agency:Entity)<-[:{types(roles)}]-(t:Task) WHERE agency.id IN $agencies
        WITH DISTINCT t {_FITTING}
    """


TASKS_OF_DOCUMENTS = f"MATCH (t:Task) WHERE t.document IN $documents WITH t {_FITTING}"

TASKS_DUE = f"MATCH (t:Task) WHERE t.deadline_to < $due_before WITH t {_FITTING}"

TASKS = f"MATCH (t:Task) {_FITTING}"


@cache
def tasks(matched: LiteralString) -> LiteralString:
    """The tasks of one of the statements above."""
    return f"{matched} RETURN properties(t) AS own"


@cache
def tasks_around(
    matched: LiteralString, leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]
) -> LiteralString:
    """The same as one row, with what is around them."""
    return f"{matched} {_around('t', leaving, reaching)}"


# ---- writing -----------------------------------------------------------------------------------


def _map(row: LiteralString, columns: Sequence[str], *, after: int = 0) -> LiteralString:
    """A list of values as the map of these columns, which start `after` some others."""
    return "{" + ", ".join(f"{name}: {row}[{place}]" for place, name in enumerate(columns, after)) + "}"


LOCK = """
    MATCH (store:ChidaoStore {name: 'chidao'}) SET store.revision = store.revision + 1
"""

FILES_THERE = "UNWIND $rows AS row MATCH (file:File {key: row}) RETURN row"

NODES_THERE = "UNWIND $rows AS row MATCH (n:Entity {id: row}) RETURN row"

DROP_EDGES: LiteralString = f"""
    MATCH (source)-[r:{types(EdgeKind)}]->(target) WHERE r.file IN $rows
    DELETE r
    WITH DISTINCT source, target UNWIND [source, target] AS n
    WITH DISTINCT n WHERE NOT n:Document RETURN n.id AS id
"""

DROP_MENTIONS = "UNWIND $rows AS row MATCH (:File {key: row})-[m:NAMES]->() DELETE m"

DROP_FILES = """
    UNWIND $rows AS row MATCH (file:File {key: row}) OPTIONAL MATCH (file)-[:HAS_TEXT]->(text)
    DETACH DELETE file, text
"""

MADE_BY_HAND: LiteralString = f"""
    UNWIND $rows AS row MATCH (n:Entity {{id: row}})-[r]-() WHERE NOT r:{types(EdgeKind)}|NAMES
    RETURN row LIMIT 1
"""
"""Nodes with relationships that chidao does not write."""

DROP_NODES = "UNWIND $rows AS row MATCH (n:Entity {id: row}) DELETE n"

DROP_ORPHANS = "UNWIND $rows AS row MATCH (n:Entity {id: row}) WHERE NOT EXISTS { (n)--() } DELETE n"

PUT_NODES: dict[NodeKind, LiteralString] = {
    kind: f"""
        UNWIND $rows AS row MERGE (n:Entity {{id: row[{columns.index("id")}]}}) ON CREATE SET n:{LABELS[kind]}
        SET n = {_map("row", columns)}
    """
    for kind, columns in NODE_COLUMNS.items()
}

NAME_FILES = "UNWIND $rows AS row MERGE (:File {key: row})"

PUT_FILES = f"""
    UNWIND $rows AS row WITH row[0] AS file, row[1] AS text
    MERGE (f:File {{key: file[0]}}) SET f = {_map("file", FILE_COLUMNS)}
    MERGE (f)-[:HAS_TEXT]->(t:Text) SET t = {_map("text", TEXT_COLUMNS)}
"""

DROP_MENTIONS_AT = """
    UNWIND $rows AS row MATCH (:File {key: row[0]})-[m:NAMES {index: row[1]}]->() DELETE m
"""

PUT_MENTIONS = f"""
    UNWIND $rows AS row MATCH (file:File {{key: row[0]}}) MATCH (document:Entity {{id: row[1]}})
    CREATE (file)-[m:NAMES]->(document) SET m = {_map("row", MENTION_COLUMNS, after=2)}
"""

PUT_GROUPS = f"""
    UNWIND $rows AS row MERGE (g:MentionGroup {{block: row[0], key: row[1]}})
    SET g = {_map("row", GROUP_COLUMNS)}
"""

DROP_GROUPS = "UNWIND $rows AS row MATCH (g:MentionGroup {block: row[0], key: row[1]}) DELETE g"

_ENDS: LiteralString = """
    UNWIND $rows AS row MATCH (source:Entity {id: row[0]}) MATCH (target:Entity {id: row[1]})
"""

PUT_EDGES: dict[EdgeKind, LiteralString] = {
    kind: f"{_ENDS} CREATE (source)-[r:{kind.name}]->(target) SET r = {_map('row', EDGE_COLUMNS, after=2)}"
    for kind in EdgeKind
}

REPLACE_EDGES: dict[EdgeKind, LiteralString] = {
    kind: f"""
        {_ENDS} WITH source, target, {_map("row", EDGE_COLUMNS, after=2)} AS own
        MERGE (source)-[r:{kind.name} {{file: own.file, start: own.start, end: own.end}}]->(target)
        SET r = own
    """
    for kind in EdgeKind
}
"""For edges of a file whose other edges stay: one at the same place is replaced."""
