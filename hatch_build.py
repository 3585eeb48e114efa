"""Compiles the theme's templates into the package while it is built, a wheel or an editable install alike."""

import importlib.util
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
        spec.loader.exec_module(compiling)
        compiling.COMPILED.write_bytes(compiling.compile_theme(root / "templates"))
        build_data["artifacts"].append("sitegen/_templates.json")
