"""A comparison that is too long for one page: where it is cut, and how its pages lead to one another."""

from sitegen.views.sections.cutting import RowPiece, Sections, landings_of, sections_of, undivided

__all__ = ["RowPiece", "Sections", "landings_of", "sections_of", "undivided"]
