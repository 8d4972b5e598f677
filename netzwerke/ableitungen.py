"""Keep derived columns and rows right on every way into the database, loading of fixtures included."""

from django.apps import apps
from django.db.models.signals import m2m_changed, post_save, pre_save


def _ableiten(sender, instance, **kwargs):
    instance.ableiten()


def _zeiten_nach_speichern(sender, instance, update_fields=None, **kwargs):
    from netzwerke.verfuegbarkeit import intervalle_erneuern

    intervalle_erneuern([instance.pk])


def _zeiten_nach_lage(sender, instance, action, reverse, pk_set, **kwargs):
    """The Land of an offer's sites decides which holidays it keeps."""
    from netzwerke.verfuegbarkeit import intervalle_erneuern

    if action in {"post_add", "post_remove", "post_clear"}:
        intervalle_erneuern(pk_set or () if reverse else [instance.pk])


def _zeiten_nach_standort(sender, instance, **kwargs):
    from netzwerke.verfuegbarkeit import intervalle_erneuern

    intervalle_erneuern(instance.hilfeangebote.values_list("pk", flat=True))


def verbinden() -> None:
    """Connect every model of this app that has something derived."""
    for model in apps.get_app_config("netzwerke").get_models():
        if hasattr(model, "ableiten"):
            pre_save.connect(_ableiten, sender=model, dispatch_uid=f"ableiten_{model.__name__}")
    angebot = apps.get_model("netzwerke", "Hilfeangebot")
    standort = apps.get_model("netzwerke", "Standort")
    post_save.connect(_zeiten_nach_speichern, sender=angebot, dispatch_uid="zeiten_angebot")
    post_save.connect(_zeiten_nach_standort, sender=standort, dispatch_uid="zeiten_standort")
    for beziehung in (angebot.standorte, angebot.gebiete, angebot.sozialraeume):
        m2m_changed.connect(
            _zeiten_nach_lage, sender=beziehung.through, dispatch_uid=f"zeiten_{beziehung.field.name}"
        )
