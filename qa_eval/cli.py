"""The command line: finds the verbs in ``commands/``, maps errors to exit codes; the only place that exits.

Exit codes: 0 fine, 1 gate missed, 2 usage, configuration or dataset error, 3 run incomplete (answers failed),
4 internal error, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import click

from qa_eval import __version__, plugins, start
from qa_eval.errors import QaEvalError, SpecError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qa_eval.configuration import Option
    from qa_eval.model import JsonValue

OK, GATE_MISSED, USAGE, INCOMPLETE, INTERNAL, INTERRUPTED = 0, 1, start.USAGE, 3, 4, start.INTERRUPTED
ENVIRONMENT = "QA_EVAL"
_FILE, _STRANGE = "qa_eval.file", "qa_eval.strange"  # the configuration's path, and variables that are no settings
JSON_SCHEMA = 1  # 1: first published form of every --json object


class Verb(click.Command):
    """A verb: every one takes --json, --quiet and --debug, and names the nearest choice for what it does not know."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.params += [
            click.Option(["--json", "as_json"], is_flag=True, help="Print one JSON object to stdout instead of text."),
            click.Option(
                ["-q", "--quiet"], is_flag=True, help="No progress, warnings or next steps on stderr; errors in full."
            ),
            click.Option(["--debug"], is_flag=True, help="Show the traceback of an error."),
        ]
        for option in self.params:  # click would take the parameter's name, such as "answerers", which nobody sees
            if isinstance(option, click.Option) and option.envvar is None and self.name:
                option.envvar = f"{ENVIRONMENT}_{self.name}_{_flag(option)}".upper()

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb with its three conventions kept in ``ctx.obj``."""
        ctx.obj = Terminal(ctx.info_name or "", *(bool(ctx.params.pop(name)) for name in ("as_json", "quiet", "debug")))
        for name in ctx.meta.get(_STRANGE, ()):
            ctx.obj.say(f"warning: {name} in the environment is no setting; settings are {ENVIRONMENT}_<VERB>_<OPTION>")
        if not ctx.obj.as_json:
            return super().invoke(ctx)
        with redirect_stdout(sys.stderr):  # what an answerer prints is no part of the object
            return super().invoke(ctx)


class Terminal:
    """Where a verb speaks: results to stdout, the rest to stderr."""

    def __init__(self, verb: str, as_json: bool, quiet: bool, debug: bool) -> None:
        self.verb = verb
        self.as_json = as_json
        self.quiet = quiet
        self.debug = debug
        self._stdout = sys.stdout

    def result(self, text: str, data: dict[str, JsonValue]) -> None:
        """Print the verb's result: ``text``, or under --json one object of ``data`` with its schema number."""
        if self.as_json:
            import json  # noqa: PLC0415 - only --json needs it

            click.echo(json.dumps({"schema": JSON_SCHEMA, "verb": self.verb, **data}, indent=2), file=self._stdout)
        elif text:
            click.echo(_speakable(text, sys.stdout))

    def say(self, text: str) -> None:
        """Print a warning, or what comes next, to stderr, unless --quiet."""
        if not self.quiet:
            click.echo(_speakable(text, sys.stderr), err=True)

    def follow(self, commands: Iterable[str]) -> None:
        """Say what most people want to do next, as it can be typed here, unless --quiet."""
        self.say("\n  ".join(["next:", *map(typed, commands)]))


def command_line(*words: object) -> str:
    """Return a command line of words that are quoted where a shell needs it.

    >>> command_line("open", "out dir/report.html")
    "open 'out dir/report.html'"
    """
    import shlex  # noqa: PLC0415 - --help does without it

    return shlex.join(map(str, words))


def typed(command: str) -> str:
    """Return a command line of ours as it can be typed here: by the program's path where PATH does not lead to it."""
    import shlex  # noqa: PLC0415 - few verbs need them
    import shutil  # noqa: PLC0415 - see above

    name, space, rest = command.partition(" ")
    here = sys.argv[0]
    if name != start.PROGRAM or os.path.basename(here) != name or shutil.which(name):  # noqa: PTH119 - as the shell has it
        return command
    return f"{shlex.quote(here)}{space}{rest}"


def _speakable(text: str, stream: Any) -> str:
    """Replace what the stream's encoding (or UTF-8, for lone surrogates) cannot say, and what a terminal would obey."""
    from qa_eval.redaction import harmless  # noqa: PLC0415 - --help does without it

    encoding = getattr(stream, "encoding", None) or "utf-8"
    return harmless(text).encode(encoding, "backslashreplace").decode(encoding)


def verb(name: str | None = None, **settings: Any) -> Callable[[Callable[..., object]], Verb]:
    """Declare a click command as a verb; use as ``@verb()`` above its options."""
    return click.command(name, cls=Verb, **settings)


class Verbs(click.Group):
    """The command group; a verb is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every verb's name."""
        del ctx
        return sorted(plugins.plugins("commands"))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help that ``start`` gives, with the verbs that other packages bring, and why one is left out."""
        del ctx
        ours, left_out = dict(start.verbs()), list[QaEvalError](plugins.left_out("commands").values())
        meanings: list[tuple[str, str]] = []
        for name, outside in plugins.plugins("commands").items():
            try:
                meanings.append((name, ours.get(name) or outside.meaning))
            except QaEvalError as error:
                left_out.append(error)
        formatter.write(start.help_text(meanings))
        formatter.write("".join(f"\n  left out: {error.message}\n" for error in left_out))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the verb, or None when there is none of that name."""
        del ctx
        try:
            plugin = plugins.find("commands", cmd_name)
        except SpecError:
            return None
        command: click.Command = plugin.load()
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; an unknown one is answered with the nearest."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            hint = did_you_mean(args[0], self.list_commands(ctx))
            raise click.UsageError(f"there is no command {args[0]!r}\nhint: {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": ENVIRONMENT})
@click.version_option(__version__, prog_name="qa-eval")
@click.pass_context
def app(ctx: click.Context) -> None:
    """Evaluate question answering on short, checkable answers: typed scores that say why."""
    if ctx.invoked_subcommand != "doctor":  # doctor reports a broken configuration instead of stopping at it
        from qa_eval import configuration  # noqa: PLC0415 - --help and --version do without it

        found = configuration.read()
        if found.tables:  # to list the verbs takes a look at every installed package
            ctx.default_map = configuration.defaults(found, app_options, app.list_commands(ctx))
            ctx.meta[_FILE] = found.path
        named = [name for name in os.environ if name.startswith(f"{ENVIRONMENT}_")]
        if named:
            ctx.meta[_STRANGE] = configuration.strange(named, f"{ENVIRONMENT}_", app_options, app.list_commands(ctx))


def app_options(name: str) -> dict[str, Option]:
    """Return a verb's options by the names of their flags, as a configuration file writes them."""
    from qa_eval.configuration import Option  # noqa: PLC0415 - see above

    options = [option for option in plugins.find("commands", name).load().params if isinstance(option, click.Option)]
    return {_flag(option): Option(option.name or "", option.multiple, _alone(option)) for option in options}


def _alone(option: click.Option) -> str:
    """Return what a flag that takes a value means without one, "" where it needs one or takes none."""
    return option.flag_value if isinstance(option.flag_value, str) else ""


def _flag(option: click.Option) -> str:
    """Return the name of an option's long flag, as a file and the environment write it."""
    return max(option.opts, key=len).lstrip("-").replace("-", "_")


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line on ``arguments`` and return the exit code; never raises but for SystemExit in --debug."""
    stdout = sys.stdout
    try:
        outcome = app.main(arguments, prog_name="qa-eval", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        _name_origin(error)
        _show(error)
        return USAGE
    except KeyboardInterrupt:
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except SystemExit:
        if sys.stdout is stdout:  # which click replaces, and exits, when nobody reads it any more
            raise
        start.give_up_stdout()
        return OK
    except QaEvalError as error:
        return _report(error, arguments, error.exit_code, "" if _has_places(error) else "error: ")
    except Exception as error:  # noqa: BLE001 - the one place that turns a defect into exit code 4
        if _is_of_stdout(error):
            start.give_up_stdout()
            click.echo(start.unwritten(error), err=True)
            return USAGE
        hint = (
            ""
            if "--debug" in arguments
            else "\nhint: this is a defect of qa_eval; run again with --debug for the traceback"
        )
        return _report(error, arguments, INTERNAL, f"internal error: {type(error).__name__}: ", hint)
    return outcome if isinstance(outcome, int) else OK


def _name_origin(error: click.ClickException) -> None:
    """Have an error of a value that nobody typed name the variable or the file that it comes from."""
    if not isinstance(error, click.BadParameter) or error.ctx is None or not isinstance(error.param, click.Option):
        return
    source, sources = error.ctx.get_parameter_source(error.param.name or ""), click.core.ParameterSource
    if source is sources.ENVIRONMENT:
        error.param_hint = f"{error.param.envvar} in the environment"
    elif source is sources.DEFAULT_MAP:
        error.param_hint = f"{_flag(error.param)} under [{error.ctx.info_name}] in {error.ctx.meta[_FILE]}"
    else:
        return
    error.ctx = None  # how the verb is typed is not what is wrong


def _show(error: click.ClickException) -> None:
    """Say what click finds wrong as it does, but for "Error:", which is "error:" wherever else one is told."""
    from io import StringIO  # noqa: PLC0415 - only errors need it

    said, message = StringIO(), error.format_message()
    error.show(said)
    text = said.getvalue().removesuffix(f"Error: {message}\n")
    whole = text if text == said.getvalue() else f"{text}error: {message}\n"
    click.echo(_speakable(whole, sys.stderr), err=True, nl=False)


def _is_of_stdout(error: Exception) -> bool:
    """Tell whether it came as something was printed: stderr loses what it cannot write and raises nothing."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return isinstance(error, OSError) and place is not None and place.tb_frame.f_code is click.echo.__code__


def _has_places(error: QaEvalError) -> bool:
    return bool(getattr(error, "problems", ()))


def _report(error: Exception, arguments: list[str], code: int, before: str, end: str = "") -> int:
    from qa_eval.redaction import Keys  # noqa: PLC0415 - only errors need it

    keys = Keys()
    keys.hide_all()
    if "--debug" in arguments:
        import traceback  # noqa: PLC0415 - only --debug needs it

        click.echo(_speakable(keys.redact("".join(traceback.format_exception(error))), sys.stderr), err=True, nl=False)
    click.echo(_speakable(keys.redact(f"{before}{error}{end}"), sys.stderr), err=True)
    return code
