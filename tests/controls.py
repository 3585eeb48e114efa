"""Takes each defence away and sees a test fail: `python -m tests.controls [WORD ...]`, part of `make soak`.

Each control is one edit of a copy of the program and one test that must fail there. A test that does not is a defect,
and so is an edit that no longer fits; the latter is checked by every test run (tests/test_controls.py).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
_COPIED = ("sitegen", "templates", "content", "tests", "benchmarks", "docs", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Control:
    """A defence, and the test that is to miss it."""

    what: str
    file: str
    """Below sitegen/."""
    old: str
    """What stands there, once."""
    new: str
    test: str
    """Below tests/, as pytest names it."""
    more: tuple[tuple[str, str, str], ...] = ()
    """File, old and new of defences behind it that would hold alone."""

    @property
    def edits(self) -> tuple[tuple[str, str, str], ...]:
        return ((self.file, self.old, self.new), *self.more)


_P, _F, _G = "publish/generation.py", "publish/test_faults.py", "publish/test_generation.py"
_WITNESS, _WHOLE = "formats/webpages/witnesses.py", "formats/webpages/completeness.py"
_R, _A = "recognise/test_roles.py", "recognise/test_articles.py"
_T, _D = "publish/transfer.py", "publish/test_take_down.py"
_B, _C = "build/test_faults.py", "build/test_bad_caches.py"
CONTROLS = (
    # Whole
    Control("the site is switched, not copied over", _P, "            switch(self.folder, self._target)",
            "            shutil.copytree(self.folder, self._target, dirs_exist_ok=True)",
            f"{_F}::test_killed_at_any_call"),
    Control("names are exchanged at once", "publish/switch.py", "elif not exchange(new, target):", "else:",
            "build/test_beside_serve.py::test_whoever_reads_meanwhile"),
    Control("in place, the journal comes first", "publish/inplace.py", "    _write_journal(new, target, steps)\n", "",
            "publish/test_in_place.py::test_killed_at_any_call"),
    Control("in place, a failure is undone", "publish/inplace.py",
            "        for step in reversed(undo):\n            _take(new, target, step)\n", "",
            "publish/test_in_place.py::test_any_call_fails"),
    Control("in place, a killed switch is completed", _P, "complete_switch(target)\n", "pass\n",
            "publish/test_in_place.py::test_killed_at_any_call"),
    Control("files are on disk before the switch", _P,
            "self._keep_mode(self.folder)\n        to_disk(self.folder, self._fresh)", "self._keep_mode(self.folder)",
            f"{_G}::test_files_and_folders_are_on_disk_before_the_switch"),
    Control("folders are on disk before the switch", "publish/files.py", "(*fresh, *folders)", "(*fresh,)",
            f"{_G}::test_files_and_folders_are_on_disk_before_the_switch"),
    Control("a site left aside is put back", _P, "recover(target)\n", "pass\n",
            f"{_F}::test_killed_between_two_renames"),
    Control("a site that was just replaced is kept", "publish/switch.py", "(old / MANIFEST).is_file()", "False",
            f"{_F}::test_killed_at_any_call"),
    Control("a switch that was refused is undone", "publish/switch.py", "os.rename(aside, target)\n        raise",
            "raise", f"{_F}::test_refused_switch_puts_the_old_site_back"),
    Control("what a killed build left is removed", _P, "remove_leftovers(target)\n                folder", "folder",
            "publish/test_lock.py::test_lock_of_a_killed_build_is_taken"),
    Control("what a failed build made is removed", _P,
            "        shutil.rmtree(self.folder, ignore_errors=True)\n        if", "        if",
            f"{_G}::test_leaving_without_publishing_changes_nothing"),
    Control("the site before is kept", _P, "keep_previous(self.folder, self._target)", "pass",
            "publish/test_previous.py::test_the_site_before_is_kept_once"),
    Control("the site before is checked before it is put back", "publish/previous.py",
            "if hashlib.sha256(content).hexdigest() != entry.sha256:", "if False:",
            "publish/test_previous.py::test_one_that_was_altered_is_not_published"),
    Control("an old file is read before it is linked", _P,
            "return self._old.sealed or holds(self._old.folder / path, entry.size, entry.sha256, self._permissions)",
            "return True",
            f"{_G}::test_altered_file_is_mended"),
    Control("the keeper's files are carried over", _P, "        self._carry_over(self.folder)\n", "",
            f"{_G}::test_foreign_files_stay"),
    Control("a folder of another's is refused", "publish/output.py", " or _not_ours(output)", "",
            "publish/test_output.py::test_own_folder_is_fine_and_a_foreign_one_is_not"),
    Control("content and output stand apart", "publish/output.py", " or _beside_content(output, content)", "",
            "publish/test_output.py::test_content_and_output_must_stand_apart"),
    Control("one build at a time", "publish/lock.py", "fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)", "pass",
            "publish/test_lock.py::test_second_build_is_refused"),
    Control("the other build is named", "publish/lock.py", "            _sign(descriptor)\n", "            pass\n",
            "publish/test_lock.py::test_second_build_is_refused"),
    Control("a worker does not keep the lock", "publish/lock.py",
            "os.register_at_fork(after_in_child=_let_go_in_child)", "",
            "publish/test_lock.py::test_worker_does_not_inherit_the_lock"),
    Control("a lock that was taken away is noticed", "publish/lock.py", "if _is_still(path, descriptor):", "if True:",
            "publish/test_lock.py::test_lock_file_taken_away_meanwhile_is_not_relied_on"),
    Control("what the system refuses is told", "publish/trouble.py",
            "raise SitegenError(_cannot_write(output, failure, needed())) from failure", "raise",
            f"{_F}::test_any_call_fails"),
    Control("how much room is needed", "publish/trouble.py", "-(-needed // 1_000_000)", "0",
            f"{_F}::test_full_disk_is_told"),
    Control("a full disk is called so", "publish/trouble.py", 'errno.ENOSPC: "the disk is full",', "",
            "build/test_disks.py::test_a_full_disk"),
    Control("SIGTERM and SIGHUP end like Ctrl-C", "cli/console.py",
            "for number in (signal.SIGTERM, signal.SIGHUP)}", "for number in ()}",
            f"{_B}::test_a_signal_ends_a_build_cleanly"),
    Control("workers leave Ctrl-C to their parent", "engine/processes.py",
            "signal.signal(signal.SIGINT, signal.SIG_IGN)", "pass",
            f"{_B}::test_ctrl_c_on_a_terminal_reaches_the_workers_too"),
    Control("workers end with the build", "engine/pool.py", "            pool.kill()\n", "            pass\n",
            "engine/test_engines.py::test_giving_up_ends_the_workers_at_once"),
    # Parallel
    Control("a worker that died costs its own story", "engine/pool.py", "tries[index] < TRIES", "tries[index] < 1",
            "engine/test_engines.py::test_a_worker_that_died_of_something_else_costs_nothing"),
    Control("want of memory costs one story", "engine/protocol.py", "except MemoryError:", "except ZeroDivisionError:",
            "engine/test_engines.py::test_want_of_memory_costs_one_value"),
    Control("the costliest go first", "engine/protocol.py", "(-costs[index], index)", "index",
            "engine/test_engines.py::test_the_costliest_go_first"),
    Control("a story that is lost is named", "pipeline/build.py", "            built.lost.append(_left_out(*story))\n",
            "            pass\n",
            "build/test_lost.py"),
    # The cache
    Control("a damaged value is noticed", "memo/blobs.py", " or _checksum(key, row[1]) != row[0]", "",
            "build/test_build.py::test_a_tampered_entry_is_not_believed"),
    Control("damaged caches", "memo/blobs.py", " or _checksum(key, row[1]) != row[0]", "",
            f"{_C}::test_damaged_caches"),
    Control("the key is in the checksum", "memo/blobs.py", '(b"%b\\0" % key.encode())', "()",
            "memo/test_blobs.py::test_a_value_under_the_key_of_another_is_not_believed"),
    Control("another format is made anew", "memo/blobs.py", "if version not in (0, _FORMAT):", "if False:",
            f"{_C}::test_a_cache_of_another_format_is_made_anew"),
    Control("a damaged file is taken away", "memo/blobs.py", "        if store.broken and folder:", "        if False:",
            "memo/test_blobs.py::test_a_file_that_turns_out_to_be_damaged_is_taken_away"),
    Control("a locked cache is waited for once", "memo/blobs.py", "            self._writable = False\n", "",
            "memo/test_blobs.py::test_a_cache_that_another_build_writes_is_waited_for_once"),
    Control("a failed build keeps nothing", "memo/blobs.py", "            yield store\n            with suppress",
            "            try:\n                yield store\n            finally:\n"
            "                connection.commit()\n            with suppress",
            "memo/test_blobs.py::test_an_error_keeps_nothing"),
    Control("a reading is of its own file", "pipeline/reading.py",
            '"its place in the folder": entry.relative', '"its place in the folder": ""',
            f"{_C}::test_a_reading_of_another_file_is_seen"),
    Control("a cache that loses something", "pipeline/build.py", "except LostValue as lost:",
            "except ZeroDivisionError as lost:",
            f"{_C}::test_a_cache_that_loses_what_it_had"),
    Control("a mistake is no damage", "pipeline/build.py", "except LostValue as lost:", "except Exception as lost:",
            f"{_C}::test_a_mistake_in_the_program_fails_the_build"),
    Control("a text is that of its row", "memo/table.py",
            "        if digest_of(content) != digest:", "        if False:",
            f"{_C}::test_a_text_of_another_article_is_seen"),
    Control("what was read is what was hashed", "pipeline/reading.py",
            'return bool(card.sha256) and card.sha256 == item.parts[0]["its bytes"]', "return True",
            f"{_B}::test_a_page_shows_bytes_that_were_there"),
    Control("the bytes that were read are parsed", "pipeline/article_files.py",
            "parse_article(entry.shown, entry.relative, content.data, job.context)",
            "parse_article(entry.shown, entry.relative, (job.content / entry.real).read_bytes(), job.context)",
            f"{_B}::test_a_page_shows_bytes_that_were_there"),
    # The preview
    Control("a request has a deadline", "serve/server.py", "        self.connections.end_late()\n", "        pass\n",
            "serve/test_serve.py::test_a_request_has_a_deadline"),
    Control("a newcomer is let in", "serve/connections.py", "if len(self._places) >= MOST:", "if False:",
            "serve/test_serve.py::test_who_gives_way"),
    # Nothing to do
    Control("times of change are looked at", "pipeline/unchanged.py",
            " {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}", "",
            "build/test_unchanged.py::test_every_change_is_noticed"),
    Control("a change during the build is not remembered", "pipeline/unchanged.py",
            'if self._inputs["contents"] and changed != self._inputs["times"]:', "if False:",
            "build/test_unchanged.py::test_a_change_that_was_taken_back"),
    Control("a clock that was set back", "pipeline/unchanged.py",
            'raise _TooFresh("its times are in the future")', "pass",
            "build/test_unchanged.py::test_a_clock_that_was_set_back_is_no_danger"),
    Control("options are part of what was asked", "pipeline/unchanged.py", ", *self.options]", "]",
            "build/test_unchanged.py::test_another_option_is_another_build"),
    Control("random edits find a forgotten input", "pipeline/stories.py",
            "sources[names] = key_for(story_input.sources)", "sources[names] = ''", "build/test_edits.py"),
    # Same
    Control("the theme is put together in order", "read/theme.py", "sorted(files)", "files",
            "build/test_same_bytes.py::test_the_order_of_listing_does_not_show",
            (("render/assets.py", "kept = sorted((path for path in paths if", "kept = list((path for path in paths if"),
             ("render/assets.py", "), key=_file_name)", "))"))),
    Control("no hash order", "views/stories/page.py",
            "languages = sorted({language_label", "languages = list({language_label",
            "build/test_same_bytes.py::test_the_sample_site_is_the_same_everywhere"),
    Control("the manifest is in order", "publish/manifest.py", "sorted(entries, key=lambda one: one.path)", "entries",
            "publish/test_manifest.py::test_manifest_does_not_depend_on_the_order"),
    # Fixity
    Control("bytes are compared, not sizes", "publish/verify.py",
            " and hashlib.sha256(content).hexdigest() == entry.sha256", "",
            "publish/test_manifest.py::test_every_changed_byte_is_found"),
    Control("the order of an upload", "publish/transfer.py", "key=lambda entry: (_turn(entry.path, old), entry.path)",
            "key=lambda entry: entry.path", "publish/test_upload.py::test_after_each_step_every_link_works"),
    Control("deletions come last", "publish/transfer.py",
            "    for number, entry in enumerate(plan.uploads, start=1):\n",
            "    for path in plan.deletions:\n        there.delete(path)\n"
            "    for number, entry in enumerate(plan.uploads, start=1):\n",
            "publish/test_upload.py::test_after_each_step_every_link_works"),
    Control("an upload goes on where it broke off", "publish/transfer.py", "        if number % every == 0:",
            "        if False:", "publish/test_upload.py::test_an_upload_that_broke_off_goes_on"),
    Control("assets stay for one generation", "publish/transfer.py",
            "if path not in old.entries or not named_by_digest(path):", "if True:",
            "publish/test_upload.py::test_old_assets_stay_for_one_generation"),
    Control("a manifest leads nowhere else", "publish/transfer.py",
            "                check_path(path)  # a path", "                pass  # a path",
            "publish/test_upload.py::test_a_hostile_manifest_deletes_nothing_outside"),
    Control("links are not written through", "publish/destination.py",
            "            if target.parent.resolve() != target.parent:\n                raise",
            "            if False:\n                raise",
            "publish/test_upload.py::test_a_link_inside_the_folder_is_not_followed"),
    Control("a foreign file is not overwritten", "publish/transfer.py", "            _check_free(there, entry, shown)",
            "            pass", "publish/test_upload.py::test_a_foreign_file_is_not_overwritten"),
    Control("what is uploaded is what was built", "publish/transfer.py", "if not verify_folder(site).intact:",
            "if False:", "publish/test_upload.py::test_a_site_that_was_changed_is_not_uploaded"),
    Control("roles: a number needs a neighbour", "recognise/numbering.py",
            "    return any(number.value + step in beside for step in (-2, -1, 1, 2))", "    return True",
            f"{_R}::test_what_only_begins_like_a_number_is_text"),
    Control("roles: letters begin with the first", "recognise/numbering.py",
            '(("letter", "roman")) and 1 not in beside:', '(("letter", "roman")) and False:',
            f"{_R}::test_what_only_begins_like_a_number_is_text"),
    Control("roles: fact boxes have no speakers", "recognise/speakers.py",
            "return ends if _take_turns(blocks, [*names.items()], order) else {}", "return ends",
            f"{_R}::test_a_name_and_a_colon_are_no_turn_by_themselves"),
    Control("roles: rows of a poll have no speakers", "recognise/speakers.py",
            " and spoken >= _SPOKEN_BELOW * len(recurring)", "", f"{_R}::test_a_speaker_may_be_a_block_of_its_own"),
    Control("roles: one time makes no live blog", "recognise/stamps.py",
            "    return ends if len(ends) >= _FEWEST else {}", "    return ends",
            f"{_R}::test_a_time_that_begins_a_sentence_is_text"),
    Control("roles: a crosshead stands between whole paragraphs", "recognise/crossheads.py",
            "    if not (is_prose(before.text) and ends_sentence(before.text) and is_prose(after.text)):\n"
            "        return False\n", "", f"{_R}::test_a_short_line_among_short_lines_is_text"),
    Control("roles: a pull quote is quoted in another block", "recognise/crossheads.py",
            "            and len(blocks[quotations[number][0]].text) > len(blocks[index].text)\n", "",
            f"{_R}::test_pull_quotes"),
    Control("roles: pull quotes are looked for at few places", "recognise/crossheads.py",
            " and len(places[key]) < _MOST_PLACES", "", f"{_R}::test_large_and_hostile_texts"),
    Control("roles: names of rows are short in labels", "recognise/tables.py",
            "return name if len(name) <= _LONGEST_NAME else", "return name if True else",
            f"{_A}::test_tables_without_end_cost_little"),
    Control("roles: layout is no table", "recognise/tables.py", "    if not _is_data(blocks, cells):\n        return\n",
            "", f"{_A}::test_a_table_that_lays_out_a_page_is_text"),
    Control("roles: a table that begins an item is a table", "read/hypertext.py", '"dd", "td", "th"}', '"dd"}',
            "views/test_article.py::test_a_table_is_one_in_a_list_too"),
    Control("roles: a table stands in one item", "recognise/tables.py",
            "first.place and first.within == going_on(last.within)", "first.place",
            f"{_A}::test_a_table_ends_where_its_item_ends"),
    Control("roles: the number of an item is its label", "recognise/numbering.py",
            'innermost == f"{int(number)}."', "False", "read/test_marked.py::test_the_number_of_an_item_is_its_label"),
    Control("roles: no cell is furniture", "read/furniture.py", 'if block.role != "cell" and (reason', "if (reason",
            f"{_A}::test_each_cell_of_a_table_is_named_by_row_and_column"),
    Control("roles: text below an invitation is no break-off", "recognise/breaks.py",
            "        return _end(block)\n", "        pass\n", f"{_A}::test_a_text_that_breaks_off_is_partial"),
    Control("roles: dots behind a quotation end a text", "recognise/breaks.py",
            "if long and not _closes(text) else", "if long else", f"{_A}::test_other_ends_say_nothing"),
    Control("roles: declared completeness wins", "read/article.py", '"" if "completeness" in values else', "",
            f"{_A}::test_declared_completeness_wins"),
    # Take-downs
    Control("a take-down deletes the generation before", _P, "drop_previous(self._target)", "pass",
            "build/test_take_down.py::test_a_take_down_is_a_take_down"),
    Control("a take-down keeps nothing of the old site", _P, "not self._reused and not self._takes_down",
            "not self._reused", "build/test_take_down.py::test_a_take_down_is_a_take_down",
            ((_P, "drop_previous(self._target)", "pass"),)),
    Control("what a killed take-down left is deleted", _P, "widest((old.shown, shown_at(previous)))", "old.shown",
            "build/test_take_down.py::test_killed_before_the_old_site_is_deleted"),
    Control("a rollback compares what is shown", "publish/previous.py",
            "would_show_again(withheld, standing.shown, manifest.shown)", "()",
            "build/test_take_down.py::test_killed_before_the_old_site_is_deleted"),
    Control("nothing lingers of what is withheld", _T, "if same or held else", "if same else",
            f"{_D}::test_nothing_lingers_of_what_is_withheld"),
    Control("two excerpts are not public together", _T, "not (shows_excerpts(old.shown) or shows_excerpts(ours.shown))",
            "True", f"{_D}::test_old_and_new_excerpts_are_never_public_together"),
    Control("what an upload had written over is seen", _T, "== entry and entry.path not in begun", "== entry",
            f"{_D}::test_an_upload_that_broke_off_leaves_nothing_behind"),
    Control("what an upload had put is deleted", _T, "*_lingering(state), *begun, *strays}",
            "*_lingering(state), *strays}", f"{_D}::test_an_upload_that_broke_off_leaves_nothing_behind",
            ((_T, "there.files(", "(lambda _: [])("),)),
    Control("search files that no record names are seen", _T, "held or _withholds(ours) or removed_paths(state)",
            "False", f"{_D}::test_several_old_generations_are_found"),
    Control("an earlier version may show everything", "publish/manifest.py",
            "showings_of_pages(self.entries) if self.articles is None", "{} if self.articles is None",
            f"{_D}::test_a_destination_of_an_earlier_version_is_cleaned"),
    Control("a removed path is asked for", "publish/over_http.py", "pool.map(site.serves, removed)",
            "pool.map(lambda _: False, removed)", f"{_D}::test_removed_paths_are_asked_for"),
    Control("no password is recorded", "publish/destinations.py", '_USER.sub("", address)', "address",
            f"{_D}::test_what_is_public_elsewhere_is_recorded"),
    Control("the first line of a raw text is text", "read/article.py", '("" if withheld else head.title)', "head.title",
            "read/test_withheld_headlines.py::test_the_first_line_of_a_raw_text_is_not_published"),
    Control("import: what is printed like the text is taken", _WITNESS, "in self.paths and not block.hidden", "in ()",
            "formats/test_witnesses.py::test_a_second_column_is_taken_at_its_place"),
    Control("import: what nearly says the same is not kept", _WITNESS, "block.words in lines or _covers(left, block)",
            "block.words in lines or _covers(Counter(run for words in lines for run in runs_of(words)), block)",
            "formats/test_witnesses.py::test_paragraphs_that_say_nearly_the_same_are_not_taken_for_kept"),
    Control("import: a second article is another's", _WITNESS,
            "return bool(article and 0 not in", "return bool(0 and 0 not in",
            "formats/test_witnesses.py::test_a_second_article_of_the_page_is_not_taken"),
    Control("import: classes around the article say nothing", _WITNESS, "number not in around and", "",
            "formats/test_witnesses.py::test_classes_of_the_element_around_the_article_say_nothing"),
    Control("import: what was not taken makes it partial", _WHOLE, "text.missing > MOST_MISSING", "0 > MOST_MISSING",
            "formats/test_completeness.py::test_an_aside_that_may_be_text_makes_it_partial"),
    Control("import: a stated length makes it partial", _WHOLE, "if stated.words and not is_as_long", "if False",
            "formats/test_completeness.py::test_a_text_shorter_than_the_page_says_is_partial"),
    Control("import: a file that breaks off is partial", _WHOLE,
            "if not _CLOSED.search(source[-4_000:]) and", "if False and",
            "formats/test_completeness.py::test_a_file_that_breaks_off_within_the_text_is_partial"),
    Control("import: a prompt makes it partial", _WHOLE,
            "if text.hidden < _LOCKED_WORDS and (prompt", "if False and (prompt",
            "formats/test_completeness.py::test_a_prompt_where_the_text_ends_makes_it_partial"),
    Control("import: hidden text explains a prompt", _WHOLE, "if text.hidden < _LOCKED_WORDS and (prompt", "if (prompt",
            "formats/test_completeness.py::test_a_prompt_beside_text_that_it_hides_makes_nothing_partial"),
    Control("import: one witness proves nothing", _WHOLE, "if text.alone:", "if False:",
            "formats/test_completeness.py::test_without_a_second_witness_nothing_is_called_whole"),
    Control("import: three decide between two", "formats/webpages/body.py", "if texts and name_different_texts(",
            "if False and name_different_texts(",
            "formats/test_completeness.py::test_where_the_witnesses_name_different_texts_the_majority_decides"),
    Control("import: consent speaks to its reader", "formats/webpages/not_articles.py",
            "terms >= _FEWEST_TERMS and to_reader >= min(2, len(about)) > 0", "terms >= _FEWEST_TERMS",
            "formats/test_not_articles.py::test_an_article_about_such_a_thing_is_an_article"),
    Control("import: a list is told by its previews", "formats/webpages/not_articles.py",
            "or _by_lists(blocks, text)", 'or ""',
            "formats/test_not_articles.py::test_a_page_without_an_article_is_told_by_its_kind"),
    Control("import: a publisher that the host does not know is no outlet", "formats/webpages/outlet_names.py",
            "if site and publisher and same_name(site.name, publisher.name):", "if site and publisher:",
            "formats/test_outlet_names.py::test_a_reprint_is_its_sites_and_its_agency_a_credit"),
    Control("import: a cut export is told", "formats/exports/nexis.py", "if not is_ended:", "if False:",
            "formats/test_exports.py::test_an_export_that_is_cut_says_in_which_article"),
    Control("import: a row has as many cells as the header", "formats/tables.py", "if len(cells) != len(names):",
            "if False:", "formats/test_tables.py::test_a_bad_row_stops_none_of_the_others"),
    Control("import: a dry run writes nothing", "importing/adding.py", "        if self.is_dry:", "        if False:",
            "cli/test_add_collections.py::test_a_dry_run_writes_nothing"),
)  # fmt: skip


def fails(control: Control, folder: Path) -> bool:
    """Whether the test fails without the defence: exit code 1, and not one of a run that could not be made."""
    before = {folder / "sitegen" / file: (folder / "sitegen" / file).read_text("utf-8") for file, _, _ in control.edits}
    for file, old, new in control.edits:
        path = folder / "sitegen" / file
        path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"tests/{control.test}"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("SOAK", None)
    try:
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode == 1
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")


def main() -> None:
    """Prints one line a control; exit code 1 when a defence was not missed."""
    wanted = [one for one in CONTROLS if all(word in f"{one.what} {one.test}" for word in sys.argv[1:])]
    missed = 0
    with tempfile.TemporaryDirectory(prefix="sitegen-controls-") as aside:
        folder = Path(aside) / "main"
        folder.mkdir()
        for name in _COPIED:
            place = REPOSITORY / name
            (shutil.copytree if place.is_dir() else shutil.copy)(place, folder / name)
        for one in wanted:
            failed = fails(one, folder)
            missed += failed
            print(f"{'failed, as it must' if failed else 'NOT MISSED':>18}  {one.what}: {one.test}", flush=True)
    print(f"{missed} of {len(wanted)} defences are missed when they are gone")
    raise SystemExit(missed < len(wanted))


if __name__ == "__main__":
    main()
