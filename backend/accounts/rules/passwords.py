"""What a password must be: long, not the address, not among the first that anyone would try.

Source: NIST SP 800-63B, 5.1.1.2: length and a blocklist, no rules of composition.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from backend.accounts.errors import PasswordIsEmail, PasswordTooCommon, PasswordTooShort
from backend.core.errors import InvalidCharacters, Required, TooLong

MIN_PASSWORD = 10
MAX_PASSWORD = 200

_COMMON_TEXT = """
0123456789 1234567890 12345678910 123456789a 1234567891 0987654321 9876543210 1029384756
1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qazwsxedc qazwsxedcrfv zaq12wsxcde q1w2e3r4t5
qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwertzuiop azertyuiop azerty12345
azerty123456 asdfghjkl123 asdfghjklm zxcvbnm123 password12 password123 password1234
password12345 passwordpassword mypassword1 mypassword123 p@ssword123 p@ssw0rd123 passw0rd123
motdepasse motdepasse1 motdepasse12 motdepasse123 monmotdepasse passwordmia lamiapassword
miapassword iloveyou123 iloveyou12 jetaime123 tiamotanto football123 basketball baseball123
superman123 batman12345 dragon12345 monkey12345 princess123 sunshine123 welcome123
welcome1234 bienvenue123 benvenuto123 bonjour123 buongiorno1 changeme123 changeit123
letmein123 letmein1234 administrator administrateur amministratore admin12345 admin123456
adminadmin rootroot12 secret1234 secret12345 testtest12 test123456 test1234567 demo123456
abcdefghij abcdefghijk abcd123456 abc1234567 aaaaaaaaaa 0000000000 1111111111 1212121212
1122334455 1234512345 1111122222 5555555555 6666666666 9999999999 abcabcabc1 asdasdasd1
computer123 internet123 starwars123 trustno1234 whatever123 freedom1234 master12345
carnet1234 carnet12345 carnetcarnet juventus1897 napoli1926 marseille13 parissaintgermain
"""
_COMMON = frozenset(_COMMON_TEXT.split())
_REPEATED = re.compile(r"(.{1,3})\1+")


def normalise_password(value: str) -> str:
    """Return the same characters for the same keys, however a keyboard composes accents."""
    return unicodedata.normalize("NFC", value)


def is_possible_password(value: str) -> bool:
    """Whether a typed password is worth checking at all; keeps monsters away from the hashing."""
    return 0 < len(value) <= MAX_PASSWORD and _is_encodable(value)


def check_password(value: str, *, email: str, path: Sequence[str] = ("password",)) -> str:
    """Return a new password, normalised.

    Raises:
        Required, PasswordTooShort, TooLong, InvalidCharacters
        PasswordIsEmail: the address, or the part before its @.
        PasswordTooCommon: on the list, or one to three characters over and over.
    """
    if not value:
        raise Required(path)
    if len(value) > MAX_PASSWORD:
        raise TooLong(path, maximum=MAX_PASSWORD)
    if not _is_encodable(value):
        raise InvalidCharacters(path)
    password = normalise_password(value)
    if len(password) < MIN_PASSWORD:
        raise PasswordTooShort(path, minimum=MIN_PASSWORD)
    folded = password.casefold()
    if folded in (email.casefold(), email.casefold().partition("@")[0]):
        raise PasswordIsEmail(path)
    if folded in _COMMON or _REPEATED.fullmatch(folded):
        raise PasswordTooCommon(path)
    return password


def _is_encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return True
