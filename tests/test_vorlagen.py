"""Every template has a user; what nothing renders is dead."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.template.loader import get_template

WURZEL = Path(settings.BASE_DIR)
VORLAGEN = sorted(
    str(datei.relative_to(WURZEL / "templates"))
    for ordner in ("includes", "netzwerke")
    for datei in (WURZEL / "templates" / ordner).rglob("*.html")
)
#: Names that generic views derive from their model.
HERGELEITET = {
    f"netzwerke/{model._meta.model_name}_{art}.html"
    for model in apps.get_app_config("netzwerke").get_models()
    for art in ("list", "detail")
}


@pytest.fixture(scope="module")
def nennungen():
    dateien = [*(WURZEL / "templates").rglob("*.html"), *(WURZEL / "netzwerke").rglob("*.py")]
    return "\n".join(datei.read_text(encoding="utf-8") for datei in dateien)


@pytest.mark.parametrize("name", VORLAGEN)
def test_template_is_used_and_compiles(name, nennungen):
    assert name in HERGELEITET or f'"{name}"' in nennungen
    assert get_template(name).template.name == name
