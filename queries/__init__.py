"""The questions people ask, each written once against `graph.store.View`."""
