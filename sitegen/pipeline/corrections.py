"""Corrections that no reader would see where they belong: of a story or at a claim that the site does not have."""

from collections.abc import Collection, Iterator, Mapping

from sitegen.diagnostics import Diagnostic, Location, warning
from sitegen.model import StoryRecord
from sitegen.publish import Generation
from sitegen.read.hints import did_you_mean
from sitegen.read.lines import one_line
from sitegen.record import CORRECTIONS
from sitegen.views.addresses import story_data_path


def corrections_astray(
    records: Mapping[str, StoryRecord], stories: Collection[str], generation: Generation
) -> Iterator[Diagnostic]:
    """A warning for each, from what the site in `generation` has by now. A claim is known by the data of its story."""
    for story, record in sorted(records.items()):
        if record.corrections and story not in stories:
            hint = did_you_mean(story, stories, "`sitegen group` lists the stories with their ids")
            yield _astray(f"corrections are of the story `{one_line(story)}`, which is not there", hint)
            continue
        claims = sorted({correction.claim for correction in record.corrections if correction.claim})
        path = story_data_path(story)
        data = generation.read(path).content if claims and path in generation else b""
        for claim in claims:
            if f'"{claim}"'.encode() not in data:
                hint = "the link to report a claim carries its id; without `claim` a correction belongs to the story"
                yield _astray(
                    f"a correction is of the claim `{one_line(claim)}`, which the story `{story}` does not have", hint
                )


def _astray(message: str, hint: str) -> Diagnostic:
    return warning("correction-astray", message, Location(path=CORRECTIONS), hint=hint)
