"""Settings of the whole project, read from environment variables or the file ``.env`` beside manage.py.

A variable of the environment wins over ``.env``. The table of variables is in docs/betrieb.md.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

env = environ.Env()
if (BASE_DIR / ".env").is_file():
    env.read_env(BASE_DIR / ".env")

# --- Mode -----------------------------------------------------------------------------------------

PRODUKTION, DEMO, ENTWICKLUNG = "produktion", "demo", "entwicklung"
MODUS = env.str("MODUS", default="") or PRODUKTION
DEBUG = MODUS == ENTWICKLUNG

SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
if MODUS == ENTWICKLUNG and not SECRET_KEY:
    SECRET_KEY = get_random_secret_key()
if MODUS != PRODUKTION and not ALLOWED_HOSTS:
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


def _maengel():
    """What keeps this configuration from starting, each with the way out."""
    if MODUS not in (PRODUKTION, DEMO, ENTWICKLUNG):
        yield f"MODUS={MODUS!r} gibt es nicht. Es gibt produktion (Voreinstellung), demo und entwicklung."
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or SECRET_KEY.startswith("django-insecure"):
        yield (
            "SECRET_KEY fehlt oder ist zu schwach (mindestens 50 zufällige Zeichen). "
            "Einen neuen Schlüssel erzeugt: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'. "
            "Tragen Sie ihn als SECRET_KEY=… in die Umgebung oder in die Datei .env ein; er bleibt geheim."
        )
    if MODUS == PRODUKTION and (not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS):
        yield (
            "ALLOWED_HOSTS fehlt oder erlaubt jeden Namen. Nennen Sie die Namen, unter denen das Verzeichnis "
            "erreichbar ist, mit Komma getrennt, zum Beispiel ALLOWED_HOSTS=verzeichnis.example.org."
        )


if _liste := list(_maengel()):
    raise ImproperlyConfigured("Das Verzeichnis startet so nicht:\n- " + "\n- ".join(_liste))

# --- What this installation is called and whom it names -------------------------------------------

VERZEICHNIS_NAME = env.str("VERZEICHNIS_NAME", default="Schutznetz-Verzeichnis")
KONTAKT_EMAIL = env.str("KONTAKT_EMAIL", default="kontakt@demo.example" if MODUS == DEMO else "")
# Where "Seite schnell verlassen" leads: a page nobody wonders about.
EXIT_URL = env.str("EXIT_URL", default="https://www.wetter.com/")
# Path of the coordinators' workplace, with the closing slash.
ADMIN_PFAD = env.str("ADMIN_PFAD", default="verwaltung/").strip("/") + "/"

# --- Application ----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "konten",
    "netzwerke",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "django_http_compression",
    "crispy_forms",
    "csp",
]

# The first three wrap WhiteNoise, so that static files carry the security headers too. Compression stands
# below WhiteNoise, which serves files compressed in advance.
MIDDLEWARE = [
    "netzwerke.kopfzeilen.KopfzeilenMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_http_compression.middleware.HttpCompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "netzwerke.kontext.verzeichnis",
            ],
        },
    },
]

FIXTURE_DIRS = [BASE_DIR / "fixtures"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("kern",)
CRISPY_TEMPLATE_PACK = "kern"

LANGUAGE_CODE = "de"
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True

# --- Database -------------------------------------------------------------------------------------

_VOREINSTELLUNG_DB = f"sqlite:///{VAR / 'verzeichnis.sqlite3'}"
DATABASES = {"default": env.db_url_config(env.str("DATABASE_URL", default="") or _VOREINSTELLUNG_DB)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    if DATABASES["default"]["NAME"] == str(VAR / "verzeichnis.sqlite3"):
        VAR.mkdir(exist_ok=True)
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    )
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=300)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Compiling a search takes longer than answering it.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")

# --- Mail -----------------------------------------------------------------------------------------

_VOREINSTELLUNG_MAIL = {
    PRODUKTION: "smtp://localhost:25",
    DEMO: f"filemail:///{VAR / 'mail'}",
    ENTWICKLUNG: "consolemail://",
}
_MAIL = env.email_url_config(env.str("EMAIL_URL", default="") or _VOREINSTELLUNG_MAIL[MODUS])
EMAIL_BACKEND = _MAIL["EMAIL_BACKEND"]
EMAIL_HOST = _MAIL.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = _MAIL.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _MAIL.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _MAIL.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = _MAIL.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = _MAIL.get("EMAIL_FILE_PATH") or None
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="") or KONTAKT_EMAIL or "noreply@localhost"

# --- Accounts -------------------------------------------------------------------------------------

AUTH_USER_MODEL = "konten.User"
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "anzeigename")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Cookies exist for people who log in only. Their strict names need https, which http://localhost lacks.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = MODUS == PRODUKTION
SESSION_COOKIE_NAME = "__Host-sitzung" if SESSION_COOKIE_SECURE else "sitzung"
CSRF_COOKIE_NAME = "__Host-csrf" if CSRF_COOKIE_SECURE else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_FAILURE_VIEW = "netzwerke.fehlerseiten.csrf_abgelehnt"

# --- Transport and headers ------------------------------------------------------------------------

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=MODUS == PRODUKTION)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^bereit$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# The pages without a POST form; netzwerke.kopfzeilen says "same-origin" for the workplace.
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
if _PROXY_KOPFZEILE := env.str("SECURE_PROXY_SSL_HEADER", default=""):
    SECURE_PROXY_SSL_HEADER = ("HTTP_" + _PROXY_KOPFZEILE.upper().replace("-", "_"), "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        # What is fetched while typing: suggestions of the search, choices in the workplace.
        "connect-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        # The icons of the KERN design system are data: masks in its style sheet.
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- Static files ---------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = env.str("STATIC_ROOT", default="") or str(BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
_STATISCH = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else _STATISCH,
    },
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# --- Logs: to stderr, without address, browser, query string or form content ----------------------

_PROTOKOLL = {"handlers": ["stderr"], "level": "INFO", "propagate": False}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "sparsam": {
            "()": "logging.Formatter" if DEBUG else "netzwerke.protokoll.SparsamerFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        },
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "sparsam"},
        "nirgends": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": _PROTOKOLL,
        # The development server's access log: address-free, but with query strings.
        "django.server": {"handlers": ["nirgends"], "propagate": False},
    },
}
