"""What the repository holds."""

import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

# Written in two parts, so that this file does not find itself.
REGISTER = re.compile(
    "|".join(["pypi" + r"\.org", "python" + r"hosted\.org", "registry\\.npm" + r"js", "npm" + r"js\.com"])
)


def versionierte_dateien():
    ausgabe = subprocess.run(
        ["git", "ls-files", "-z"], cwd=settings.BASE_DIR, capture_output=True, check=True, text=True
    ).stdout
    namen = [name for name in ausgabe.split("\0") if name]
    assert namen
    return [Path(settings.BASE_DIR, name) for name in namen]


def test_no_file_names_the_host_of_a_package_registry():
    treffer = [
        datei.name
        for datei in versionierte_dateien()
        if datei.is_file() and REGISTER.search(datei.read_bytes().decode("utf-8", "ignore"))
    ]
    assert treffer == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_pin_every_package_by_hash_and_name_no_place(name):
    text = Path(settings.BASE_DIR, name).read_text()
    assert not re.search(r"https?://|file:|--(extra-)?index-url|--find-links", text)
    pakete = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(pakete) > 10
    assert [paket.split()[0] for paket in pakete if "--hash=sha256:" not in paket] == []


def test_runtime_packages_have_the_same_release_in_development():
    def freigaben(name):
        return set(re.findall(r"^([a-z0-9-]+==\S+)", Path(settings.BASE_DIR, name).read_text(), re.MULTILINE))

    assert freigaben("requirements.lock") <= freigaben("requirements-dev.lock")
