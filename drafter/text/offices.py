"""Names of offices, compared as people do."""

from drafter.text.normalize import plain


def same_office(one: str, other: str) -> bool:
    """Whether two issuers may be one: equal, one within the other (天门市政府, 天门市人民政府), or not known."""
    a, b = (plain(name).replace("人民政府", "政府") for name in (one, other))
    return a in b or b in a


def place_of(issuer: str) -> str:
    """Whose a paper is, as its title says: 槿阳市人民政府 and 槿阳市 are 槿阳市, 槿阳市司法局 is itself."""
    return plain(issuer).removesuffix("人民政府")
