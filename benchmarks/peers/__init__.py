"""Other ways to compare two texts, each on the same tokens, so that time and findings can be set beside ours.

Each engine gets a `Task` and gives matches of tokens and its own CPU seconds: what it needs to turn our tokens into its
input is counted, reading its answer into our tokens is not. One that is not installed is told as "not here".
"""

from benchmarks.peers.engines import ENGINES, Engine, engines_here
from benchmarks.peers.task import Answer, Skipped, Task, make_task

__all__ = ["ENGINES", "Answer", "Engine", "Skipped", "Task", "engines_here", "make_task"]
