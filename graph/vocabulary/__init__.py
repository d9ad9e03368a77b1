"""What the directives' own vocabulary means: types, organs, places, terms, agencies, named documents.

The facts lie in graph/data, each with its source and an example; the modules here read and answer.
Import the module that you need (`from graph.vocabulary import organs`): each reads its table on first use.
"""
