"""What a search asks of documents beyond their tokens: a condition and an order, as SQL."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Zusatz:
    """``bedingung`` and ``ordnung`` are SQL over ``d``, a row of netzwerke_suchdokument; either may be empty.

    The order decides which documents are read where there are too many; without one it is that of their ids.
    """

    bedingung: str = ""
    parameter: tuple = ()
    ordnung: str = ""
    ordnungsparameter: tuple = ()

    def __and__(self, anderer: "Zusatz") -> "Zusatz":
        """Both conditions, in the order of the one that has one."""
        bedingungen = [zusatz.bedingung for zusatz in (self, anderer) if zusatz.bedingung]
        geordnet = self if self.ordnung else anderer
        return replace(
            geordnet,
            bedingung=" AND ".join(bedingungen),
            parameter=(*self.parameter, *anderer.parameter),
        )

    @property
    def und(self) -> str:
        """The condition as it continues a WHERE."""
        return f" AND {self.bedingung}" if self.bedingung else ""


OHNE_ZUSATZ = Zusatz()
