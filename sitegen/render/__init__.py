"""Turns laid-out pages and values into files: HTML, assets, JSON, feed, sitemap, headers.

Never touches the file system.
"""

from sitegen.render.alone import render_alone
from sitegen.render.assets import Theme, asset_files, make_theme
from sitegen.render.badges import badge_file
from sitegen.render.cards import card_file, missing_for_cards
from sitegen.render.collatex import collatex_file
from sitegen.render.data import archive_file, comparison_json, story_file, to_json
from sitegen.render.environment import check_templates, render_page
from sitegen.render.feeds import atom_file, json_feed_file
from sitegen.render.hosts import host_files, redirects_files
from sitegen.render.sitemaps import sitemap_files
from sitegen.render.tei import tei_file

__all__ = [
    "Theme",
    "archive_file",
    "asset_files",
    "atom_file",
    "badge_file",
    "card_file",
    "check_templates",
    "collatex_file",
    "comparison_json",
    "host_files",
    "json_feed_file",
    "make_theme",
    "missing_for_cards",
    "redirects_files",
    "render_alone",
    "render_page",
    "sitemap_files",
    "story_file",
    "tei_file",
    "to_json",
]
