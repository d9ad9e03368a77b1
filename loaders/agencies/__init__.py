"""Agencies, positions and groups as printed: owners of duties and issuers of documents."""
