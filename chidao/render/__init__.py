"""Pictures of a part of the graph: lanes by tier, one self-contained page that opens without a network.

picture     nodes and edges with their words and places, as a NetworkX graph
lanes       where each node stands
network     the picture through pyvis, its defects repaired
page        the picture as plain HTML and SVG, without any script library
"""
