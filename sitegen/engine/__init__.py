"""Where work runs: in this process, in a pool of processes, on a Dask cluster. Knows nothing of what the work is.

An engine does one thing, `map`: a function of one value over many values. The function must be importable by name and
pure, and every result says which value it belongs to; so what comes of it does not depend on the engine. A value that
ends its process, or for which memory does not suffice, is `Lost` and costs no other value anything.
"""

from sitegen.engine.choice import Engines, are_worth_processes, available_workers, is_engine
from sitegen.engine.here import ThisProcess
from sitegen.engine.pool import ProcessPool
from sitegen.engine.protocol import Engine, Lost, Used, used_here

__all__ = [
    "Engine",
    "Engines",
    "Lost",
    "ProcessPool",
    "ThisProcess",
    "Used",
    "are_worth_processes",
    "available_workers",
    "is_engine",
    "used_here",
]
