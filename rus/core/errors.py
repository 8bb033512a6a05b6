"""What can go wrong, and who mends it.

RusError                 shown as a few lines, never as a traceback
├── CatalogueError       an indicator or reference file is wrong   → mend the file          exit 1
├── StoreError           no build, or it can't be read             → `rus build`            exit 1
│   └── BuildError       the figures break a law of the store      → mend the rows named    exit 1
├── SourceError          a statistics service did not answer as it should → try later, or mend the series   exit 1
├── ExportError          a file can't be written                   → choose another place   exit 1
├── TextsError           people's texts can't be read or written   → rights, or a copy      exit 1
└── UsageError           the question names what does not exist    → ask again              exit 2
"""


class RusError(Exception):
    """Something a person can mend: the message says where, what, and what to do."""

    exit_code = 1


class CatalogueError(RusError):
    """One or more files of the catalogue or the reference data are wrong."""

    def __init__(self, problems: list[str]) -> None:
        """Keep every problem, so that all can be mended at once."""
        self.problems = problems
        super().__init__("\n".join(problems))


class StoreError(RusError):
    """There is no build to read, or it can't be opened."""


class BuildError(StoreError):
    """The figures break a law of the store; nothing was replaced."""


class SourceError(RusError):
    """A statistics service did not answer as it should; nothing of that answer is kept."""


class ExportError(RusError):
    """A file could not be written."""


class TextsError(RusError):
    """What people have written can't be read or kept."""


class UsageError(RusError):
    """The question names something that does not exist."""

    exit_code = 2
