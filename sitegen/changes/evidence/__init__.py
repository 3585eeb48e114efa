"""What bears a finding out: how sure it is by what stayed around it, and whether it holds in both whole texts."""

from sitegen.changes.evidence.claims import Claims
from sitegen.changes.evidence.confidence import confidence_of, is_of_another_text, with_floor

__all__ = ["Claims", "confidence_of", "is_of_another_text", "with_floor"]
