"""What is wrong with the front matter of an article file, without reading its text: for files made by the thousand."""

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic
from sitegen.read.decode import decode
from sitegen.read.fields import article_fields, take_fields
from sitegen.read.frontmatter import read_front_matter


def field_problems(path_shown: str, data: bytes, config: Config) -> tuple[Diagnostic, ...]:
    """The problems that a build would find in the encoding and the fields of a `.txt` file."""
    file, problems = decode(path_shown, data, config.limits)
    if file is None:
        return problems
    front, more = read_front_matter(file, ".txt", config.limits)
    _, wrong = take_fields(file, front, article_fields(config.limits.id_bytes), "an article")
    return (*problems, *more, *wrong)
