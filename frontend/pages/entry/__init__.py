"""What the pages before the door share: the card in the middle, where to go afterwards, the browser's own clock."""
