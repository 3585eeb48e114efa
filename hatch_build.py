"""Compiles the theme's templates into the package while it is built, a wheel or an editable install alike."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTemplates(BuildHookInterface[Any]):
    """Writes `sitegen/_templates.json`."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Runs before the files of the package are gathered."""
        root = Path(self.root)
        # By its path: the package itself needs libraries that are not there while it is built.
        spec = importlib.util.spec_from_file_location("compiling", root / "sitegen" / "render" / "compiling.py")
        if spec is None or spec.loader is None:
            raise RuntimeError("sitegen/render/compiling.py is missing")
        compiling = importlib.util.module_from_spec(spec)
        # The compiler's own source is looked up there.
        sys.modules[spec.name] = compiling
        spec.loader.exec_module(compiling)
        theme = root / "templates"
        paths = [path for path in theme.rglob("*") if path.suffix in (".html", ".xml")]
        sources = {path.relative_to(theme).as_posix(): path.read_text("utf-8") for path in paths}
        (root / "sitegen" / compiling.COMPILED).write_bytes(compiling.compile_theme(sources))
        build_data["artifacts"].append(f"sitegen/{compiling.COMPILED}")
