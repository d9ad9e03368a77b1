"""The graph in a Neo4j server: for teams, for Neo4j Browser, and for what outgrows one machine.

address     where the server is and who asks
connecting  the driver, and its errors in the words of `graph.errors`
schema      labels, constraints, indexes, and the node that says whose database it is
properties  nodes, edges, mentions and files as properties, and back
statements  every statement: constants, labels and types from the enums, values as parameters
reading     every question of `graph.store.View`
writing     one ChangeSet inside a transaction
store       Neo4jStore, which puts them together
"""

from graph.neo4j_store.store import Neo4jStore

__all__ = ["Neo4jStore"]
