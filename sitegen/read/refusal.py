"""Why a file, or one article of it, is not read: raised where nothing sensible can be returned."""


class Refused(Exception):
    """Why a file, or one record of it, is not imported: the parts of a diagnostic that knows no place yet."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
