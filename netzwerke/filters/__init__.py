"""The filters of the lists, one filter set per kind of entry, and of the search, with counts beside every option.

Each filter yields a condition instead of narrowing the queryset itself, because the same condition serves
the list and the counts. A value that makes no sense is ignored, and the visitor is told.
"""

from netzwerke.filters.listen import HilfeangebotFilter, NetzwerkFilter, OrganisationFilter, SozialraumFilter
from netzwerke.filters.suche import Suchfilter

__all__ = ["HilfeangebotFilter", "NetzwerkFilter", "OrganisationFilter", "SozialraumFilter", "Suchfilter"]
