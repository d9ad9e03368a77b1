"""What a document says about itself: number, date, issuer, signer, subject, addressees, place."""

from loaders.header.read import read_header

__all__ = ["read_header"]
