"""A build: the order of its stages, its unit and its table of tasks. Import its modules: a build that has nothing to
do needs few of them.
"""
