"""What the pages before the door share: their card, where to go afterwards, the browser's clock."""
