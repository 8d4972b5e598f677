"""No person of the source texts stands anywhere in the repository (S13)."""

import hashlib
import re
from itertools import pairwise
from pathlib import Path

from django.conf import settings

from netzwerke.daten.plz import TABELLE
from netzwerke.texte import sortierform
from tests.test_bestand import versionierte_dateien

#: SHA-256 (first 16 digits) of folded pairs of words: the names that stand in the source texts, in both orders,
#: one direct line and one personal address. The hashes keep the names themselves out of the repository.
VERBOTENE_PAARE = {
    "2a57ff3507a033ba",
    "8ed360cf035420f2",
    "b8088f60c9370dca",
    "c5c2d3bbade93b8b",
    "590df26d27a1102c",
    "18b9b246f4047018",
    "2208cbdae3c1dbc4",
    "419db940e2180d7b",
    "fea4cafd2cef20c8",
    "da742846220e970b",
    "70242994136dd7be",
    "7b5d6bf1cfbe7c7e",
}
#: The surnames alone; they are common words, so only data and documentation are searched for them.
VERBOTENE_WORTE = {
    "d4a83e68937b7294",
    "ffa7e158c8727f00",
    "b238c7de63efdcd3",
    "fb683a4959a26425",
    "282f8f55fc677f23",
}


def kurzer_hash(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def verbotenes(texte, worte=(), paare=()):
    """Which of the hashes stand in the texts, as a word or as two neighbouring words."""
    gefunden = set()
    for text in texte:
        folge = sortierform(text).split()
        gefunden |= {kurzer_hash(wort) for wort in set(folge)} & set(worte)
        gefunden |= {kurzer_hash(f"{a} {b}") for a, b in set(pairwise(folge))} & set(paare)
    return gefunden


def texte_des_repositoriums(*ordner):
    """Every text under version control, or those in some folders, with its path."""
    for datei in versionierte_dateien():
        dabei = not ordner or any(datei.is_relative_to(Path(settings.BASE_DIR, name)) for name in ordner)
        if dabei and datei.is_file() and not re.search(r"\.(woff2|png|lock)$", datei.name):
            yield datei, datei.read_bytes().decode("utf-8", "ignore")


# S13
def test_no_file_names_a_person_of_the_sources():
    texte = [text for _datei, text in texte_des_repositoriums()]
    assert len(texte) > 50
    assert verbotenes(texte, paare=VERBOTENE_PAARE) == set()


# S13
def test_data_and_documentation_name_no_surname_of_the_sources():
    # A place is called like one of them.
    texte = [text for datei, text in texte_des_repositoriums("fixtures", "docs") if datei != TABELLE]
    assert verbotenes(texte, worte=VERBOTENE_WORTE) == set()


def test_the_search_for_names_sees_through_spelling():
    vogel = kurzer_hash("kanarienvogel gelb")
    assert verbotenes(["Ein „KANARIENVOGEL“, gelb."], paare={vogel}) == {vogel}
    assert verbotenes(["Größe"], worte={kurzer_hash("grosse")}) == {kurzer_hash("grosse")}
