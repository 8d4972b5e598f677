import shutil
import tempfile

import pytest
from django.conf import settings

pytest_statisch = pytest.StashKey[str]()


def pytest_configure(config):
    # Cheap passwords, no manifest and an empty folder of static files: none of it is what the tests look at.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STATIC_ROOT = config.stash[pytest_statisch] = tempfile.mkdtemp(prefix="statisch-")


def pytest_unconfigure(config):
    shutil.rmtree(config.stash[pytest_statisch], ignore_errors=True)
