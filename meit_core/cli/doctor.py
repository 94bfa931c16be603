"""``meit doctor``"""

from __future__ import annotations

import typer

from meit_core.cli.options import JsonOption
from meit_core.cli.output import print_json, print_table


def doctor(as_json: JsonOption = False) -> None:
    """Examine this installation. Exit status 1 if something doesn't work."""
    from meit_core.services.doctor import examine

    checks = examine()
    ok = all(check.ok for check in checks)
    if as_json:
        print_json({"ok": ok, "checks": checks})
    else:
        print_table(
            [("ok" if check.ok else "NOT OK", check.name, f"{check.message} {check.hint}".rstrip()) for check in checks]
        )
    if not ok:
        raise typer.Exit(1)
