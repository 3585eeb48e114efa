"""What each template receives: model values laid out as a page. No HTML is made here, and no file is known.

Every value is ready to print: addresses carry the site's root, dates and shares are in words, names know their
language and direction. A template loops and marks up; it does not compute.
"""

from dataclasses import dataclass
from typing import Any

from sitegen.views.pages.comparison_view import (
    AloneView,
    ColumnHead,
    ComparisonView,
    Fold,
    HideSwitch,
    Line,
    MergedParagraph,
    MergedPiece,
    Paragraph,
    Part,
    Remark,
    Run,
    Side,
)
from sitegen.views.pages.parts import (
    FactLine,
    Figure,
    Frame,
    Head,
    History,
    NavItem,
    PageLinks,
    Term,
    Text,
    TextLink,
    VersionLine,
)
from sitegen.views.pages.site_views import (
    AboutView,
    ArticleBlock,
    ArticleView,
    HomeView,
    NotFoundView,
    RepairLine,
    SearchRow,
    SearchView,
    SourceArticle,
    SourceIndex,
    SourceLine,
    SourcesView,
    SourceView,
    StoryCard,
    YearLink,
    YearPart,
)
from sitegen.views.pages.story_view import (
    AlikeLine,
    AlikePart,
    Cell,
    CopiesView,
    CopyLine,
    EvidenceLine,
    FamilyPart,
    HeadlineLine,
    Highlight,
    Matrix,
    MatrixCell,
    MatrixRow,
    StoryView,
    Strip,
)

__all__ = [
    "AboutView",
    "AlikeLine",
    "AlikePart",
    "AloneView",
    "ArticleBlock",
    "ArticleView",
    "Cell",
    "ColumnHead",
    "ComparisonView",
    "CopiesView",
    "CopyLine",
    "EvidenceLine",
    "FactLine",
    "FamilyPart",
    "Figure",
    "Fold",
    "Frame",
    "Head",
    "HeadlineLine",
    "HideSwitch",
    "Highlight",
    "History",
    "HomeView",
    "Line",
    "Matrix",
    "MatrixCell",
    "MatrixRow",
    "MergedParagraph",
    "MergedPiece",
    "NavItem",
    "NotFoundView",
    "Page",
    "PageLinks",
    "Paragraph",
    "Part",
    "Remark",
    "RepairLine",
    "Run",
    "SearchRow",
    "SearchView",
    "Side",
    "SourceArticle",
    "SourceIndex",
    "SourceLine",
    "SourceView",
    "SourcesView",
    "StoryCard",
    "StoryView",
    "Strip",
    "Term",
    "Text",
    "TextLink",
    "VersionLine",
    "View",
    "YearLink",
    "YearPart",
    "as_context",
]

View = (
    HomeView
    | StoryView
    | CopiesView
    | ComparisonView
    | ArticleView
    | SourceView
    | SourcesView
    | SearchView
    | AboutView
    | NotFoundView
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to render."""

    url: str
    """Below the site's root, without a leading slash: `stories/ferry/`; a name with a suffix is that file."""
    template: str
    view: View

    @property
    def path(self) -> str:
        """The file it becomes."""
        return self.url if self.url.endswith((".html", ".xml")) else f"{self.url}index.html"


def as_context(frame: Frame, page: Page) -> dict[str, Any]:
    """What a template sees: `site`, `page` (the view) and nothing else."""
    return {"site": frame, "page": page.view}
