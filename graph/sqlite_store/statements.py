"""The statements of reading and writing: constants, values go in as parameters only."""

from __future__ import annotations

# ---- nodes -------------------------------------------------------------------------------------

NODES = "SELECT id, kind, data FROM node WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"

SCAN = "SELECT id, data FROM node WHERE kind = :kind AND id > :after ORDER BY id LIMIT :page"

IDS = "SELECT id FROM node WHERE id > :after ORDER BY id LIMIT :page"

# FTS5 streams by key, so what is over the limit is not read.
FIND = """
    SELECT id, kind, data FROM node WHERE key IN (
        SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?
    ) ORDER BY id
"""

FIND_OF_KIND = """
    SELECT id, kind, data FROM node WHERE key IN (
        SELECT search.rowid FROM search CROSS JOIN node AS found ON found.key = search.rowid
        WHERE search MATCH ? AND found.kind = ? ORDER BY search.rowid LIMIT ?
    ) ORDER BY id
"""

# ---- edges -------------------------------------------------------------------------------------

_EDGE_COLUMNS = """
    SELECT source.id, target.id, edge.kind, file.path, edge.start, edge.stop, edge.quote,
        edge.sentence_start, edge.sentence_stop, edge.rule, edge.page, edge.pinpoint, edge.printed
"""

_EDGES_WITH_ENDS = f"""
    {_EDGE_COLUMNS}
    FROM edge
    JOIN node AS source ON source.key = edge.source
    JOIN node AS target ON target.key = edge.target
    JOIN file ON file.key = edge.file
"""

_OF_THESE_KINDS = "AND (:kinds IS NULL OR edge.kind IN (SELECT value FROM json_each(:kinds)))"

_IN_EDGE_ORDER = "ORDER BY source.id, target.id, edge.kind, file.path, edge.start, edge.stop"

EDGES_FROM = " ".join(
    (
        _EDGES_WITH_ENDS,
        "WHERE edge.source IN (SELECT key FROM node WHERE id IN (SELECT value FROM json_each(:ids)))",
        _OF_THESE_KINDS,
        _IN_EDGE_ORDER,
    )
)

EDGES_TO = " ".join(
    (
        _EDGES_WITH_ENDS,
        "WHERE edge.target IN (SELECT key FROM node WHERE id IN (SELECT value FROM json_each(:ids)))",
        _OF_THESE_KINDS,
        _IN_EDGE_ORDER,
    )
)

# Entered with the pairs, as nothing else is small: a law has a million edges to it.
EDGES_BETWEEN = " ".join(
    (
        _EDGE_COLUMNS,
        """
    FROM json_each(:pairs) AS pair
    CROSS JOIN node AS source ON source.id = json_extract(pair.value, '$[0]')
    CROSS JOIN node AS target ON target.id = json_extract(pair.value, '$[1]')
    CROSS JOIN edge ON edge.source = source.key AND edge.target = target.key
    CROSS JOIN file ON file.key = edge.file
    WHERE TRUE
    """,
        _OF_THESE_KINDS,
        _IN_EDGE_ORDER,
    )
)

# A walk stays in the indexes edge_out and edge_in.
LINKS_UP = """
    SELECT source, target FROM edge
    WHERE source IN (SELECT value FROM json_each(:keys)) AND target <> source
    AND kind IN (SELECT value FROM json_each(:kinds))
"""

LINKS_DOWN = """
    SELECT target, source FROM edge
    WHERE target IN (SELECT value FROM json_each(:keys)) AND source <> target
    AND kind IN (SELECT value FROM json_each(:kinds))
    ORDER BY target, kind, source
"""

IDS_OF = "SELECT id, key FROM node WHERE key IN (SELECT value FROM json_each(?))"

# ---- mentions and files ------------------------------------------------------------------------

GROUPS = """
    SELECT block, key, data FROM mention_group
    WHERE block IN (SELECT value FROM json_each(?)) ORDER BY block, key
"""

TEXTS = """
    SELECT file.path, content.text FROM file JOIN content ON content.file = file.key
    WHERE file.path IN (SELECT value FROM json_each(?)) ORDER BY file.path
"""

FILES_NAMED = """
    SELECT path FROM file
    WHERE (path = :name OR substr(path, -length(:name) - 1) = '/' || :name) AND sha256 IS NOT NULL
    ORDER BY path
"""

GROUPS_OF_FILES = """
    SELECT block, key, data FROM mention_group
    WHERE block IN (SELECT value FROM json_each(?1))
    AND (file = '' OR file IN (SELECT value FROM json_each(?2)))
    ORDER BY block, key
"""

MENTIONS_BY_BLOCK = """
    SELECT file.path, mention.place, mention.block, mention.data, node.id
    FROM mention JOIN file ON file.key = mention.file JOIN node ON node.key = mention.document
    ORDER BY mention.block
"""

DRAW_LOTS = (
    "PRAGMA defer_foreign_keys = ON",
    "CREATE TEMP TABLE drawn (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)",
    "INSERT INTO drawn SELECT key, lot(id) FROM node",
    """
    UPDATE edge SET source = (SELECT new FROM drawn WHERE old = source),
        target = (SELECT new FROM drawn WHERE old = target)
    """,
    "UPDATE mention SET document = (SELECT new FROM drawn WHERE old = document)",
    "UPDATE task SET node = (SELECT new FROM drawn WHERE old = node)",
    "UPDATE node SET key = (SELECT new FROM drawn WHERE old = key)",
    """
    INSERT INTO search (rowid, words)
    SELECT new, words FROM drawn CROSS JOIN search ON search.rowid = old ORDER BY new
    """,
    "DELETE FROM search WHERE rowid IN (SELECT old FROM drawn)",
    "DROP TABLE drawn",
    # It has a column of its own.
    "UPDATE node SET data = json_remove(data, '$.id')",
)

MENTIONS_OF = """
    SELECT file.path, mention.place, mention.block, mention.data, node.id
    FROM node JOIN mention ON mention.document = node.key JOIN file ON file.key = mention.file
    WHERE node.id IN (SELECT value FROM json_each(?))
    ORDER BY file.path, mention.place
"""

MENTIONS = """
    SELECT file.path, mention.place, mention.block, mention.data, node.id
    FROM file JOIN mention ON mention.file = file.key JOIN node ON node.key = mention.document
    WHERE file.path IN (SELECT value FROM json_each(?))
    ORDER BY file.path, mention.place
"""

FILES = """
    SELECT path, sha256, rules, jurisdiction, origin, beside, text, parsed
    FROM file JOIN content ON content.file = file.key
    WHERE path IN (SELECT value FROM json_each(?)) ORDER BY path
"""

LEDGER = """
    SELECT path, sha256, rules, jurisdiction, origin, beside FROM file
    WHERE sha256 IS NOT NULL AND path > :after ORDER BY path LIMIT :page
"""

# ---- tasks -------------------------------------------------------------------------------------

_CHOSEN_TASKS = "SELECT node.id, node.data FROM task JOIN node ON node.key = task.node WHERE"

_LED_BY_AGENCIES = """
    task.node IN (
        SELECT edge.source FROM edge
        WHERE edge.target IN (SELECT key FROM node WHERE id IN (SELECT value FROM json_each(:agencies)))
        AND edge.kind IN (SELECT value FROM json_each(:roles))
    ) AND
"""

_OF_DOCUMENTS = "task.document IN (SELECT value FROM json_each(:documents)) AND"

_IN_TASK_ORDER = """
    (:documents IS NULL OR task.document IN (SELECT value FROM json_each(:documents)))
    AND (:due_before IS NULL OR task.due < :due_before)
    AND (:modality IS NULL OR task.modality = :modality)
    ORDER BY task.due IS NULL, task.due, node.id
"""

TASKS_OF_AGENCIES = " ".join((_CHOSEN_TASKS, _LED_BY_AGENCIES, _IN_TASK_ORDER))

TASKS_OF_DOCUMENTS = " ".join((_CHOSEN_TASKS, _OF_DOCUMENTS, _IN_TASK_ORDER))

TASKS_DUE = " ".join((_CHOSEN_TASKS, "task.due < :due_before AND", _IN_TASK_ORDER))

TASKS = " ".join((_CHOSEN_TASKS, _IN_TASK_ORDER))

# ---- writing -----------------------------------------------------------------------------------

FREED_BY_FILES = """
    SELECT node.id FROM node WHERE kind <> 'document' AND key IN (
        SELECT source FROM edge JOIN file ON file.key = edge.file
        WHERE file.path IN (SELECT value FROM json_each(:files))
        UNION
        SELECT target FROM edge JOIN file ON file.key = edge.file
        WHERE file.path IN (SELECT value FROM json_each(:files))
    )
"""

DROP_EDGES = """
    DELETE FROM edge WHERE file IN (
        SELECT key FROM file WHERE path IN (SELECT value FROM json_each(?))
    )
"""

DROP_MENTIONS = """
    DELETE FROM mention WHERE file IN (
        SELECT key FROM file WHERE path IN (SELECT value FROM json_each(?))
    )
"""

DROP_FILES = "DELETE FROM file WHERE path IN (SELECT value FROM json_each(?))"

DROP_NODES = "DELETE FROM node WHERE id IN (SELECT value FROM json_each(?))"

DROP_ORPHANS = """
    DELETE FROM node WHERE id IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM edge WHERE edge.source = node.key)
    AND NOT EXISTS (SELECT 1 FROM edge WHERE edge.target = node.key)
"""

STORED_NODES = """
    SELECT id, kind, data, words FROM node JOIN search ON search.rowid = node.key
    WHERE id IN (SELECT value FROM json_each(?))
"""

PUT_NODE = """
    INSERT INTO node (key, id, kind, data) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, data = excluded.data
"""

PUT_WORDS = "INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)"

DROP_TASKS = "DELETE FROM task WHERE node IN (SELECT value FROM json_each(?))"

PUT_TASK = "INSERT INTO task (node, document, modality, due) VALUES (?, ?, ?, ?)"

NODE_KEYS = "SELECT id, key FROM node WHERE id IN (SELECT value FROM json_each(?))"

FILE_KEYS = "SELECT path, key FROM file WHERE path IN (SELECT value FROM json_each(?))"

NAME_FILES = "INSERT OR IGNORE INTO file (path) SELECT value FROM json_each(?)"

PUT_FILE = "UPDATE file SET sha256 = ?, rules = ?, jurisdiction = ?, origin = ?, beside = ? WHERE key = ?"

PUT_CONTENT = "INSERT OR REPLACE INTO content (file, text, parsed) VALUES (?, ?, ?)"

PUT_MENTION = "INSERT OR REPLACE INTO mention (file, place, block, document, data) VALUES (?, ?, ?, ?, ?)"

PUT_GROUP = "INSERT OR REPLACE INTO mention_group (block, key, file, data) VALUES (?, ?, ?, ?)"

DROP_GROUP = "DELETE FROM mention_group WHERE block = ? AND key = ?"

PUT_EDGE = """
    INSERT OR REPLACE INTO edge (source, target, kind, file, start, stop, quote,
        sentence_start, sentence_stop, rule, page, pinpoint, printed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
