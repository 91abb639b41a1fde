"""What an author asked for and cannot have."""


class AuthoringError(Exception):
    """A request that cannot be met; nothing was written."""

    def __init__(self, message: str, hint: str, /, **values: object) -> None:
        """Say what is wrong and how to mend it, in English; ``values`` fill the fields of both."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.values = values
