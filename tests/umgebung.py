"""Environment of the tests, loaded as a pytest plugin before Django reads its settings.

What is set here wins over a ``.env``; a DATABASE_URL from outside chooses the database.
"""

import os

os.environ["MODUS"] = "demo"
os.environ["SECRET_KEY"] = "nur-fuer-tests-" + "0123456789abcdefghijklmnopqrstuvwxyz"
os.environ["EMAIL_URL"] = "memorymail://"
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")
for name in (
    "ADMIN_PFAD",
    "ALLOWED_HOSTS",
    "EXIT_URL",
    "KONTAKT_EMAIL",
    "SECURE_PROXY_SSL_HEADER",
    "SECURE_SSL_REDIRECT",
    "STATIC_ROOT",
    "VERZEICHNIS_NAME",
):
    os.environ.pop(name, None)
