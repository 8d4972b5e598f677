from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.utils.translation import gettext_lazy as _

from konten.models import User


class KontoAnlegenForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("email", "anzeigename")


@admin.register(User)
class KontoAdmin(UserAdmin):
    add_form = KontoAnlegenForm
    ordering = ("email",)
    list_display = ("email", "anzeigename", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser", "groups")
    search_fields = ("email", "anzeigename")
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("email", "anzeigename", "password")}),
        (
            _("Rechte"),
            {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")},
        ),
        (_("Zeiten"), {"fields": ("last_login", "date_joined"), "classes": ("collapse",)}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": ("email", "anzeigename", "usable_password", "password1", "password2"),
            },
        ),
    )
