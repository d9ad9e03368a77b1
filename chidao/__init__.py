"""chidao: where a directive comes from, who must do what by when, and the words that prove it."""
