"""The kinds of failure the product distinguishes."""


class UserError(Exception):
    """A fault the user can correct; safe to show as it is.

    Parameters
    ----------
    message
        One plain sentence: what happened. Carries no patient data.
    hint
        One plain sentence: what is safe and what to do now.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class EnvironmentFault(UserError):
    """The machine, not the user's input, stands in the way (disk full, file locked, no permission)."""


class PermissionRefused(UserError):
    """The signed-in user's role doesn't allow the action."""


class Cancelled(Exception):
    """The work was stopped on request; shows nothing."""


class BugError(Exception):
    """A broken promise of our own code; reported once, without patient data."""
