"""What each template receives: model values laid out as a page. No HTML is made here, and no file is known.

Every value is ready to print: addresses carry the site's root, dates and shares are in words, names know their
language and direction. A template loops and marks up; it does not compute.
"""

from typing import Any

from sitegen.frozen import dataclass
from sitegen.views.pages.comparison_view import (
    ColumnHead,
    ComparisonView,
    Fold,
    HideSwitch,
    LedeSentence,
    Line,
    MergedParagraph,
    MergedPiece,
    Paragraph,
    Part,
    Remark,
    ReportedChange,
    ReportPart,
    Run,
    SectionLink,
    SectionLinks,
    Side,
)
from sitegen.views.pages.edition_view import (
    AlignedColumn,
    AlignedRow,
    AlignedValue,
    AlignedView,
    AloneView,
    Inset,
    LeadLine,
    NameList,
    PrintedCell,
    PrintedRow,
    QuotationLine,
    Quote,
    ReadingLine,
    ShownSentence,
    Spine,
    SpineRow,
    SpineView,
    StatedLine,
    StoryFact,
    StoryFacts,
    StoryHeadline,
    SynopsisCell,
    SynopsisColumn,
    SynopsisRow,
    SynopsisView,
    Tally,
    TranslationLine,
    WordingPiece,
)
from sitegen.views.pages.feed_view import FeedEntry, FeedView
from sitegen.views.pages.front_view import (
    CountedLink,
    FrontFinding,
    FrontParts,
    TitleFilter,
    TitleLine,
    TitleListView,
    TitlesView,
    TitleWay,
)
from sitegen.views.pages.outlet_view import (
    ExchangeLine,
    FlowBand,
    FlowDrawing,
    FlowLine,
    LossLine,
    SortedColumn,
    SourceArticle,
    SourceLine,
    SourcesView,
    SourceView,
    YearPart,
)
from sitegen.views.pages.parts import (
    CitedAs,
    FactLine,
    Figure,
    Frame,
    FramePage,
    Head,
    History,
    InterfaceLanguage,
    LanguageLink,
    MetaTag,
    NavItem,
    PageLinks,
    Term,
    Text,
    TextLink,
    VersionLine,
)
from sitegen.views.pages.record_view import CorrectionLine, EditionLog, FormerPassage, LogLine
from sitegen.views.pages.site_views import (
    INFERRED,
    AboutView,
    ArticleBlock,
    ArticleView,
    DataFile,
    DataTable,
    DataView,
    EditorPageView,
    HomeView,
    MovedView,
    NotFoundView,
    RepairLine,
    SearchRow,
    SearchView,
    SourceIndex,
    StoryCard,
    YearLink,
)
from sitegen.views.pages.story_view import (
    AgreementLine,
    AlikeLine,
    AlikePart,
    CopiesView,
    CopyLine,
    CopyStrip,
    EvidenceLine,
    EvidenceView,
    FamilyPart,
    Matrix,
    MatrixCell,
    MatrixRow,
    StoryView,
    StripPath,
)
from sitegen.views.pages.styleguide_view import StyleguideView

__all__ = [
    "INFERRED",
    "AboutView",
    "AgreementLine",
    "AlignedColumn",
    "AlignedRow",
    "AlignedValue",
    "AlignedView",
    "AlikeLine",
    "AlikePart",
    "AloneView",
    "ArticleBlock",
    "ArticleView",
    "CitedAs",
    "ColumnHead",
    "ComparisonView",
    "CopiesView",
    "CopyLine",
    "CopyStrip",
    "CorrectionLine",
    "CountedLink",
    "DataFile",
    "DataTable",
    "DataView",
    "EditionLog",
    "EditorPageView",
    "EmbedView",
    "EvidenceLine",
    "EvidenceView",
    "ExchangeLine",
    "FactLine",
    "FamilyPart",
    "FeedEntry",
    "FeedView",
    "Figure",
    "FlowBand",
    "FlowDrawing",
    "FlowLine",
    "Fold",
    "FormerPassage",
    "Frame",
    "FramePage",
    "FrontFinding",
    "FrontParts",
    "Head",
    "HideSwitch",
    "History",
    "HomeView",
    "Inset",
    "InterfaceLanguage",
    "LanguageLink",
    "LeadLine",
    "LedeSentence",
    "Line",
    "LogLine",
    "LossLine",
    "Matrix",
    "MatrixCell",
    "MatrixRow",
    "MergedParagraph",
    "MergedPiece",
    "MetaTag",
    "MovedView",
    "NameList",
    "NavItem",
    "NotFoundView",
    "Page",
    "PageLinks",
    "Paragraph",
    "Part",
    "PrintedCell",
    "PrintedRow",
    "QuotationLine",
    "Quote",
    "ReadingLine",
    "Remark",
    "RepairLine",
    "ReportPart",
    "ReportedChange",
    "Run",
    "SearchRow",
    "SearchView",
    "SectionLink",
    "SectionLinks",
    "ShownSentence",
    "Side",
    "SortedColumn",
    "SourceArticle",
    "SourceIndex",
    "SourceLine",
    "SourceView",
    "SourcesView",
    "Spine",
    "SpineRow",
    "SpineView",
    "StatedLine",
    "StoryCard",
    "StoryFact",
    "StoryFacts",
    "StoryHeadline",
    "StoryView",
    "StripPath",
    "StyleguideView",
    "SynopsisCell",
    "SynopsisColumn",
    "SynopsisRow",
    "SynopsisView",
    "Tally",
    "Term",
    "Text",
    "TextLink",
    "TitleFilter",
    "TitleLine",
    "TitleListView",
    "TitleWay",
    "TitlesView",
    "TranslationLine",
    "VersionLine",
    "View",
    "WordingPiece",
    "YearLink",
    "YearPart",
    "as_context",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """`/embed/stories/<story>/`: what a page comes to, for a frame on another site."""

    head: Head
    kicker: str
    title: Text
    sentences: tuple[Text, ...]
    href: str
    """The page itself."""


View = (
    HomeView
    | StoryView
    | CopiesView
    | EvidenceView
    | SynopsisView
    | AlignedView
    | SpineView
    | ComparisonView
    | ArticleView
    | SourceView
    | SourcesView
    | SearchView
    | TitlesView
    | TitleListView
    | AboutView
    | DataView
    | EditorPageView
    | MovedView
    | NotFoundView
    | EmbedView
    | StyleguideView
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
