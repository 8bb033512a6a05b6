"""What a person reads when the environment can't be made: what is wrong, and what mends it."""

import errno
import os
import re
import sys
from pathlib import Path

UNREACHABLE = re.compile(
    "from versions: none|Failed to establish|NewConnectionError|NameResolution"
    "|Max retries|timed out|ProxyError|SSLError"
)
MISSING = re.compile(r"No matching distribution found for (\S+)")


def no_venv(why: str = "") -> str:
    """Python has no working `venv`."""
    if _is_debian():
        mend = _apt_get()
    else:
        mend = "Installera Python från en källa där modulerna venv och pip följer med, och försök igen."
    last = f" ({why.splitlines()[-1]})" if why else ""
    return f"Python kan inte skapa en egen miljö på den här datorn{last}. {mend}"


def no_pip() -> str:
    """There is no pip anywhere."""
    mend = _apt_get() if _is_debian() else f"Kör `{sys.executable} -m ensurepip` och försök igen."
    return f"Det finns ingen pip på den här datorn, och den behövs för att hämta paket. {mend}"


def not_made(folder: Path, error: OSError) -> str:
    """The disk says no."""
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        word = "set" if os.name == "nt" else "export"
        return (
            f"Det går inte att skriva i {error.filename or folder}. "
            "Sätt RUS_VENV till en mapp där du får skriva, "
            f"till exempel: {word} RUS_VENV={Path.home() / '.rus-venv'}"
        )
    if error.errno == errno.ENOSPC:
        return "Disken är full. Miljön behöver ungefär en gigabyte."
    return f"Miljön i {folder} kunde inte skapas: {error.strerror} ({error.filename})."


def pip_failed(said: str, log: Path) -> str:
    """What went wrong, in a line or two, from everything that pip said."""
    tail = f"Allt som pip skrev finns i {log}. Kör samma kommando igen när det är åtgärdat."
    if "DO NOT MATCH THE HASHES" in said:
        return f"En hämtad fil har fel kontrollsumma och installeras inte. Prova ett annat nät. {tail}"
    if "No space left" in said:
        return f"Disken är full. Miljön behöver ungefär en gigabyte. {tail}"
    if UNREACHABLE.search(said):
        return f"Paketarkivet går inte att nå. Kontrollera nätet och pip:s index och proxy. {tail}"
    if found := MISSING.search(said):
        return f"Paketarkivet har inte {found[1]} för den här datorn och den här versionen av Python. {tail}"
    errors = [line.strip() for line in said.splitlines() if line.startswith("ERROR:")]
    return "\n".join([*errors[-2:], f"Installationen gick inte att slutföra. {tail}"])


def _is_debian() -> bool:
    return Path("/etc/debian_version").exists()


def _apt_get() -> str:
    return "Kör `sudo apt-get install python3-venv python3-pip` och försök igen."
