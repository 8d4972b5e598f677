import stat
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from konten.models import User
from konten.services import rollen_einrichten

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings, tmp_path):
    settings.MODUS = "demo"
    settings.VAR = tmp_path / "var"
    return settings


def demokonten():
    ausgabe = StringIO()
    call_command("demokonten", stdout=ausgabe)
    return dict(zeile.split(maxsplit=1) for zeile in ausgabe.getvalue().splitlines())


def test_demokonten_log_in_with_the_passwords_shown(demo):
    zugang = demokonten()
    assert list(zugang) == [
        "koordination@demo.example",
        "redaktion@demo.example",
        "administration@demo.example",
    ]
    for email, passwort in zugang.items():
        assert authenticate(username=email, password=passwort).email == email
    assert list(User.objects.filter(is_superuser=True).values_list("email", flat=True)) == [
        "administration@demo.example"
    ]
    assert User.objects.filter(is_staff=True).count() == 3


def test_demokonten_twice_shows_the_same_and_changes_nothing(demo):
    zugang = demokonten()
    hashes = list(User.objects.values_list("password", flat=True))
    assert demokonten() == zugang
    assert list(User.objects.values_list("password", flat=True)) == hashes
    datei = demo.VAR / "demo-zugang.txt"
    assert stat.S_IMODE(datei.stat().st_mode) == 0o600


def test_demokonten_keep_a_changed_password(demo):
    demokonten()
    user = User.objects.get(email="redaktion@demo.example")
    user.set_password("selbst gewähltes Passwort")
    user.save()
    assert demokonten()["redaktion@demo.example"] == "(Passwort unbekannt)"
    assert authenticate(username="redaktion@demo.example", password="selbst gewähltes Passwort") == user


def test_demokonten_show_no_password_that_was_forgotten(demo):
    demokonten()
    (demo.VAR / "demo-zugang.txt").unlink()
    assert set(demokonten().values()) == {"(Passwort unbekannt)"}


def test_demokonten_exist_in_the_demo_only(demo):
    demo.MODUS = "produktion"
    with pytest.raises(CommandError, match="MODUS=demo"):
        call_command("demokonten")
    assert not User.objects.exists()


def test_rollen_differ_by_the_right_to_delete():
    rollen_einrichten()
    rollen_einrichten()
    rechte = {
        gruppe.name: set(gruppe.permissions.values_list("codename", flat=True))
        for gruppe in Group.objects.prefetch_related("permissions")
    }
    assert sorted(rechte) == ["Koordination", "Redaktion"]
    assert "change_netzwerk" in rechte["Koordination"]
    assert {recht.split("_")[0] for recht in rechte["Redaktion"] - rechte["Koordination"]} == {"delete"}
    assert not any(recht.endswith("_user") for recht in rechte["Redaktion"])


def test_rollen_command_names_the_roles():
    ausgabe = StringIO()
    call_command("rollen", stdout=ausgabe)
    assert [zeile.split(":")[0] for zeile in ausgabe.getvalue().splitlines()] == ["Koordination", "Redaktion"]
