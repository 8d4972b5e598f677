import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from konten.models import User

pytestmark = pytest.mark.django_db


def test_user_logs_in_whatever_the_case_of_the_address():
    user = User.objects.create_user("Koordination@Example.org", "ein langes Passwort")
    assert authenticate(username="KOORDINATION@example.ORG", password="ein langes Passwort") == user
    assert authenticate(username="koordination@example.org", password="falsch") is None


def test_email_is_unique_whatever_its_case():
    User.objects.create_user("koordination@example.org")
    doppelt = User(email="Koordination@Example.org", password="!")
    with pytest.raises(ValidationError) as fehler:
        doppelt.full_clean()
    assert "Mit dieser E-Mail-Adresse gibt es schon ein Konto." in fehler.value.messages
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([doppelt])


def test_user_without_address_is_refused():
    with pytest.raises(ValueError, match="E-Mail-Adresse"):
        User.objects.create_user("")


def test_superuser_may_enter_the_workplace():
    user = User.objects.create_superuser("leitung@example.org", "ein langes Passwort")
    assert (user.is_staff, user.is_superuser) == (True, True)


def test_user_is_called_by_function_else_by_address():
    assert str(User(email="a@example.org", anzeigename="Koordination AK")) == "Koordination AK"
    assert User(email="a@example.org").get_full_name() == "a@example.org"


def test_password_needs_fifteen_characters():
    from django.contrib.auth.password_validation import validate_password

    with pytest.raises(ValidationError) as fehler:
        validate_password("nur-14-Zeichen")
    assert [einzelner.code for einzelner in fehler.value.error_list] == ["password_too_short"]
    validate_password("sechzehn Zeichen")
