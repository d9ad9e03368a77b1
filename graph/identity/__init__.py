"""Identity: which mentions are one document, and from parsed files to a ChangeSet.

mentions    what each place of a file says about the document that it means
blocks      which mentions of one block are one document: the table of national and local, known and unknown
claims      what each file says of a document, and which value is shown
edges       what one file brings into the graph, each edge with its proof
changes     what a few files change: only what they touch is computed again
lookup      from a symbol in any spelling, an id or a file to its documents
"""

from graph.identity.blocks import Resolution, resolve_block
from graph.identity.changes import changes
from graph.identity.lookup import candidates
from graph.identity.mentions import lacks_jurisdiction, mentions

__all__ = ["Resolution", "candidates", "changes", "lacks_jurisdiction", "mentions", "resolve_block"]
