"""Photos of contacts: a ticket, an upload that is sniffed and cut square, an address to show it.

links     signed tickets, upload ids and addresses
imaging   bytes of any kind → three square WebP pictures, or a refusal
files     keeping and finding the pictures; forgetting those that no contact has
http      the upload route and the picture route
"""

from backend.contacts.photos.files import claim_upload, forget_photo
from backend.contacts.photos.links import photo_url, upload_ticket

__all__ = ["claim_upload", "forget_photo", "photo_url", "upload_ticket"]
