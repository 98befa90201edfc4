"""Files to the graphs of their articles, in this process or in others; a fault costs one article.

Each result comes in the order of the files, whoever read it, so that a run is the same on any number of workers.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from traceback import extract_tb
from typing import TypeVar

from kg import graph, load, pipeline
from kg.consolidate import sketch
from kg.errors import KgError, LoadError, MissingExtraError
from kg.model import Article, Extraction
from kg.pipeline import Profile
from kg.store import LeftOut

__all__ = ["Options", "Read", "results"]

_PACKAGE = Path(__file__).parent
_LARGE = 4 * 2**20
"""Bytes from which a file is cut into articles here, so that several workers may share it."""
_ASKED = 48
"""Articles that a model is asked about in one step."""
_AHEAD = 4
"""Tasks a worker that may wait for it."""
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user states about the articles, and how they are to be read."""

    profile: Profile
    language: str | None
    format: str | None
    published: datetime | None

    @property
    def together(self) -> int:
        """How many articles are read in one step: with a model, which then costs less, some."""
        return _ASKED if self.profile == "full" else 1


@dataclass(frozen=True, slots=True)
class Read:
    """One article as read: its id, where it stands, its graph."""

    article: str
    where: str
    graph: graph.ArticleGraph
    dated: bool
    """Whether it tells its time of publication, or was given one."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A file to be read, or one article of it where the file is cut up here."""

    number: int
    """Place of the file in the run, from 1."""
    where: str
    article: Article | None = None
    left_out: LeftOut | None = None


_Results = list[Read | LeftOut]


def results(files: list[Path | LoadError], options: Options, workers: int) -> Iterator[tuple[int, str, _Results]]:
    """Yield what each task gave, in the order of the files."""
    tasks = _tasks(files, options, cut=workers > 1)
    if workers == 1:
        for group in _groups(tasks, options.together):
            yield from _numbered(group, _read(group, options))
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)
    waiting: deque[tuple[list[_Task], Future[list[_Results]]]] = deque()
    try:
        for group in _groups(tasks, min(options.together, 1 + len(files) // (workers * _AHEAD))):
            waiting.append((group, pool.submit(_read, group, options)))
            if len(waiting) >= workers * _AHEAD:
                yield from _result(*waiting.popleft())
        while waiting:
            yield from _result(*waiting.popleft())
    except BrokenProcessPool as error:
        raise KgError("A worker process died, most often for want of memory. Use fewer workers.") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _groups(tasks: Iterator[_Task], size: int) -> Iterator[list[_Task]]:
    while group := list(islice(tasks, size)):
        yield group


def _result(group: list[_Task], future: Future[list[_Results]]) -> Iterator[tuple[int, str, _Results]]:
    return _numbered(group, future.result())


def _numbered(group: list[_Task], results: list[_Results]) -> Iterator[tuple[int, str, _Results]]:
    for task, found in zip(group, results, strict=True):
        yield task.number, task.where, found


def _begin() -> None:
    """Leave Ctrl-C to the process that started this worker, and end with that one, which may be killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _tasks(files: list[Path | LoadError], options: Options, *, cut: bool) -> Iterator[_Task]:
    for number, file in enumerate(files, 1):
        if isinstance(file, LoadError):
            yield _Task(number, file.where, left_out=LeftOut(file.where, file.reason))
        elif cut and (file == load.STDIN or (file.is_file() and file.stat().st_size >= _LARGE)):
            for each in _load(str(file), options):
                if isinstance(each, LoadError):
                    yield _Task(number, each.where, left_out=LeftOut(each.where, each.reason))
                else:
                    yield _Task(number, each.path, each)
        else:
            yield _Task(number, str(file))


def _load(path: str, options: Options) -> Iterator[Article | LoadError]:
    """Yield the articles of a file; a fault of a loader costs what is left of that file alone."""
    try:
        yield from load.articles([path], format=options.format, language=options.language, published=options.published)
    except KgError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of one loader in one file must not cost the run; it is told
        yield LoadError(load.shown(Path(path)), _fault(error))


def _read(tasks: list[_Task], options: Options) -> list[_Results]:
    """Return what each of some files, or articles of files, comes to."""
    given = [list(_given(task, options)) for task in tasks]
    articles = [each for found in given for each in found if isinstance(each, Article)]
    read = _read_articles(articles, options)
    return [[next(read) if isinstance(each, Article) else each for each in found] for found in given]


def _given(task: _Task, options: Options) -> Iterator[Article | LeftOut]:
    if task.left_out is not None:
        yield task.left_out
    elif task.article is not None:
        yield task.article
    else:
        for each in _load(task.where, options):
            yield LeftOut(each.where, each.reason) if isinstance(each, LoadError) else each


def _read_articles(articles: list[Article], options: Options) -> Iterator[Read | LeftOut]:
    for at in range(0, len(articles), options.together):
        some = articles[at : at + options.together]
        for article, extraction in zip(some, _extracted(some, options.profile), strict=True):
            yield _read_article(article, options.profile, extraction)


def _extracted(articles: list[Article], profile: Profile) -> Sequence[Extraction | None]:
    """Return the extractions of several articles, or none at all where one has a fault: then each is tried alone."""
    found = _tried(lambda: pipeline.extract_all(articles, profile=profile)) if len(articles) > 1 else None
    return [None] * len(articles) if found is None or isinstance(found, Exception) else found


def _read_article(article: Article, profile: Profile, extraction: Extraction | None) -> Read | LeftOut:
    found = _tried(
        lambda: (
            graph.article_graph(extraction or pipeline.extract(article, profile=profile)),
            graph.nquads(sketch(article)),
        )
    )
    if isinstance(found, Exception):
        return LeftOut(article.path, str(found) if isinstance(found, KgError) else _fault(found))
    read, likeness = found
    made = read._replace(quads=read.quads + likeness, told=read.told + likeness)
    return Read(article.id, article.path, made, article.published is not None)


def _tried(work: Callable[[], _Made]) -> _Made | Exception:
    """Return what work makes, or what went wrong; that no model is installed is an error of the run."""
    try:
        return work()
    except MissingExtraError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of one rule in one article must not cost the run; it is told
        return error


def _fault(error: Exception) -> str:
    """Return what went wrong and in which line of the package."""
    inside = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_PACKAGE)]
    where = f"{Path(inside[-1].filename).relative_to(_PACKAGE.parent)}:{inside[-1].lineno}" if inside else "kg"
    return f"could not be read: {type(error).__name__} ({error}) in {where}. Please report it with the article."
