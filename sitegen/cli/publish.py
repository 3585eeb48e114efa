"""`sitegen publish`"""

from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.options import DEFAULT_SITE, default_site


@click.command(epilog="Exit codes: 0 uploaded, or nothing to do; 1 refused, or the upload broke off; 2 wrong usage.")
@click.argument("destination", metavar="DEST")
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    default=default_site,
    help=f"The folder that `sitegen build` wrote.  [default: {DEFAULT_SITE}]",
)
@click.option("--dry-run", is_flag=True, help="Say what would be uploaded and deleted, and do nothing.")
def publish(destination: str, site: Path, dry_run: bool) -> None:
    """Uploads a built site to DEST, a folder or an address such as s3://bucket/path, by its manifest.

    \b
    Example:
      sitegen publish s3://example-bucket/archive --dry-run
      sitegen publish /srv/www/archive
    """
    from sitegen.cli.withheld_words import tell_still_public
    from sitegen.publish import note_destination, open_destination, plan_upload, upload

    progress = console.progress_on_terminal()
    with console.told():
        there = open_destination(destination)
        plan = plan_upload(site, there, destination)
        if not dry_run:
            # Both sites until the upload has ended: wherever it breaks off, what is public is recorded.
            note_destination(site, destination, plan.shown)
            upload(site, there, plan, progress)
            note_destination(site, destination, plan.site.shown)
    progress("done", 0, 0)
    if dry_run:
        for entry in plan.uploads:
            click.echo(f"upload: {entry.path}")
        for path in plan.deletions:
            click.echo(f"delete: {path}")
        tell_still_public({destination: plan.held} if plan.held else {})
    elif plan.held:
        click.echo(f"taken down at {destination}: {console.named(plan.held)}")
    if plan.same:
        click.echo(f"nothing to upload: {destination} already holds this site")
        return
    size = sum(entry.size for entry in plan.uploads) / 1_000_000
    would = "would upload" if dry_run else "uploaded"
    deleted = f", {console.count(len(plan.deletions), 'deletion', 'deletions')}" if plan.deletions else ""
    click.echo(f"{would} {console.count(len(plan.uploads), 'file', 'files')} ({size:.1f} MB) to {destination}{deleted}")
