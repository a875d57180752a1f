"""What campaigns look like in other pages, and the words that their own pages share."""
