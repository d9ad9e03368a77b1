"""What is stored and where: the model, identity of documents and agencies, and the stores."""
