#!/usr/bin/env python3
"""deskcheck on Apache Spark: every shard of an audit is a task, and the driver merges what the tasks come to.

    spark-submit deskcheck_spark.py --shards 16 --format json=result.json.gz "exports/*.csv" -- --as-of "2026-03-01 00:00"

What is written is the same, to the byte, as what one machine writes:

    deskcheck audit "exports/*.csv" --as-of "2026-03-01 00:00" --format json=result.json.gz

docs/scaling.md says how it works, what it costs and what it needs.
"""

import argparse
import csv
import ctypes
import glob
import io
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote, urlparse

from pyspark import AccumulatorParam, SparkContext, SparkFiles, StorageLevel, TaskContext
from pyspark.sql import SparkSession, functions

# deskcheck's own: not audited, or only in part
NOT_AUDITED = 2
INTERRUPTED = 130
# a blob comes to the driver in pieces: no record of Spark's has to hold all of it
PIECE = 8 << 20


class Refused(Exception):
    """The user can mend it: said without a stack trace, exit code 2."""


def main(argv):
    ours, audit_options = split_at(argv, "--")
    options = parser().parse_args(ours)
    folder = tempfile.mkdtemp(prefix="deskcheck-spark-")
    try:
        spark = SparkSession.builder.appName("deskcheck").config("spark.sql.session.timeZone", "UTC").getOrCreate()
        try:
            return audit(spark, options, audit_options, folder)
        finally:
            spark.stop()
    except Refused as error:
        say(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:
        # Python would end with 1, which is what deskcheck says of service below the standard
        say(traceback.format_exc())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return NOT_AUDITED


def split_at(argv, mark):
    at = argv.index(mark) if mark in argv else len(argv)
    return argv[:at], argv[at + 1 :]


def parser():
    known = argparse.ArgumentParser(
        prog="deskcheck_spark.py",
        usage="spark-submit [options of Spark] deskcheck_spark.py [options] INPUT... [-- options of deskcheck audit]",
        description="Runs deskcheck audit in shards on Spark and merges them to the bytes of one audit.",
        allow_abbrev=False,
    )
    known.add_argument("inputs", nargs="+", metavar="INPUT", help="CSV on any storage Spark reads, or *.parquet")
    known.add_argument("--shards", type=positive, help="default: as many as there are tasks at a time")
    known.add_argument("--deskcheck", default="deskcheck", help="how it is called, on the workers and here")
    known.add_argument("--config", help="default: deskcheck.config.yaml of this folder, where there is one")
    known.add_argument("--with", dest="more", action="append", default=[], metavar="FILE", help="what the config names")
    known.add_argument("--shared", metavar="FOLDER", help="this folder is seen by all machines: nothing is shipped")
    known.add_argument("--csv", metavar="FOLDER", help="where Parquet is written out as CSV (default: a temporary one)")
    known.add_argument("--blobs", metavar="FOLDER", help="keep the blobs here")
    merge = known.add_argument_group("handed to deskcheck merge")
    for name in ("--format", "--findings", "--history", "--baseline", "--suppressions", "--locale"):
        merge.add_argument(name, action="append", default=[])
    for name in ("--no-costs", "--strict-suppressions"):
        merge.add_argument(name, action="store_true")
    return known


def positive(text):
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def audit(spark, options, audit_options, folder):
    sc = spark.sparkContext
    base = os.path.abspath(options.shared or ".")
    files = [*inputs_of(spark, options, folder, base), *settings_of(options, base)]
    refuse_doubled(files)
    if options.shared:
        refuse_outside(files, base)
    cores = int(sc.getConf().get("spark.task.cpus", "1"))
    shards = options.shards or max(1, sc.defaultParallelism // cores)
    task = {
        "deskcheck": shlex.split(options.deskcheck),
        "shards": shards,
        "options": shard_options(options, audit_options, cores, base),
        "inputs": [file["name"] for file in files if file["audited"]],
        "shared": base if options.shared else None,
    }
    blobs = os.path.abspath(options.blobs or os.path.join(folder, "blobs"))
    os.makedirs(blobs, exist_ok=True)
    if options.shared:
        task["blobs"] = os.path.join(base, f".deskcheck-{sc.applicationId}")
        os.mkdir(task["blobs"])
    else:
        task["links"] = ship(sc, files, folder)
    try:
        names = judged(sc, task, blobs)
    finally:
        if options.shared:
            shutil.rmtree(task["blobs"], ignore_errors=True)
    return merged(task["deskcheck"], [os.path.join(blobs, name) for name in names], options)


def shard_options(options, audit_options, cores, base):
    """What every shard is told. A task has as many threads as Spark gives it cores."""
    own = [] if has(audit_options, "--threads") else ["--threads", str(cores)]
    if config_of(options, base) is not None:
        own += ["--config", name_of(config_of(options, base), base)]
    for locale in options.locale:
        own += ["--locale", locale]
    return [*own, *audit_options]


def has(options, name):
    return any(option == name or option.startswith(name + "=") for option in options)


# ---- what is read ----


def inputs_of(spark, options, folder, base):
    for text in options.inputs:
        found = list(places_of(spark, text))
        if not found:
            raise Refused(f"{text}: no such file")
        for place in found:
            if place.rstrip("/").endswith(".parquet"):
                place = written_as_csv(spark, place, options.csv or folder)
            name = place.rsplit("/", 1)[1] if is_remote(place) else name_of(place, base)
            yield {"place": place, "name": name, "audited": True}


def is_remote(place):
    return "://" in place


def places_of(spark, text):
    """The files of a path or pattern: local ones as paths, others as addresses that Hadoop reads."""
    if urlparse(text).scheme == "file":
        text = unquote(urlparse(text).path)
    if not is_remote(text):
        return [text] if os.path.exists(text) else sorted(glob.glob(text))
    path = spark._jvm.org.apache.hadoop.fs.Path(text)
    system = path.getFileSystem(spark._jsc.hadoopConfiguration())
    found = system.globStatus(path)
    return sorted(one.getPath().toString() for one in found or [])


def settings_of(options, base):
    """Config and whatever else shards need beside the data."""
    config = config_of(options, base)
    for path in [*([] if config is None else [config]), *options.more]:
        if not os.path.isfile(path):
            raise Refused(f"{path}: no such file")
        yield {"place": path, "name": name_of(path, base), "audited": False}


def config_of(options, base):
    found = options.config or os.environ.get("DESKCHECK_CONFIG")
    nearest = os.path.join(base, "deskcheck.config.yaml")
    return found or (nearest if os.path.isfile(nearest) else None)


def name_of(path, base):
    """A file's name in reports, as deskcheck says it in this folder; of a file elsewhere, the last part."""
    relative = os.path.relpath(path, base)
    return os.path.basename(path) if relative.startswith("..") else relative.replace(os.sep, "/")


def refuse_doubled(files):
    places = {}
    for file in files:
        if places.setdefault(file["name"], file["place"]) != file["place"]:
            raise Refused(f"{places[file['name']]} and {file['place']} would both be called {file['name']}")


def refuse_outside(files, base):
    for file in files:
        if is_remote(file["place"]) or os.path.relpath(file["place"], base).startswith(".."):
            raise Refused(f"{file['place']} is not in the folder that --shared names, {base}")


def written_as_csv(spark, place, folder):
    """Parquet as one CSV file. Its rows keep their order (files by name, then rows as they lie), for turns may have no other."""
    address = place if is_remote(place) else "file://" + os.path.abspath(place)
    frame = spark.read.parquet(address)
    columns = frame.columns
    how = {
        "quoteAll": "true",
        "escape": '"',
        "ignoreLeadingWhiteSpace": "false",
        "ignoreTrailingWhiteSpace": "false",
        "timestampFormat": "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
    }
    row = functions.struct(*(functions.col("`" + name.replace("`", "``") + "`") for name in columns))
    lines = frame.select(functions.to_csv(row, how).alias("line"), "_metadata.file_path", "_metadata.row_index")
    os.makedirs(folder, exist_ok=True)
    name = os.path.basename(place.rstrip("/"))[: -len(".parquet")] + ".csv"
    path = os.path.join(folder, name)
    header = io.StringIO()
    csv.writer(header, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(columns)
    with open(path + ".part", "w", encoding="utf-8", newline="") as out:
        out.write(header.getvalue())
        for one in lines.orderBy("file_path", "row_index").select("line").toLocalIterator():
            out.write(one[0] + "\n")
    os.replace(path + ".part", path)
    return path


def ship(sc, files, folder):
    """Hands the files to Spark, which brings each to every worker once. Returns what they are called there."""
    links = {}
    for number, file in enumerate(files, 1):
        if is_remote(file["place"]):
            sc.addFile(file["place"])
            links[file["name"]] = file["name"]
            continue
        # Spark knows files by the last part of their names only
        alias = f"deskcheck-input-{number}"
        os.symlink(os.path.abspath(file["place"]), os.path.join(folder, alias))
        sc.addFile("file://" + os.path.join(folder, alias))
        links[file["name"]] = alias
    return links


# ---- the shards ----


def judged(sc, task, blobs):
    """Runs a task for every shard. Returns the names of the blobs, which are then in the folder `blobs`."""
    refusals = sc.accumulator([], Gathered())
    shards = sc.parallelize(range(1, task["shards"] + 1), task["shards"])
    pieces = shards.mapPartitions(shard_task(task, refusals)).persist(StorageLevel.DISK_ONLY)
    finish(sc, pieces, refusals)
    names = []
    attempts = {}
    # a shard at a time: together they may be larger than the driver's memory
    for shard, attempt, name, piece in pieces.toLocalIterator():
        if name not in names:
            names.append(name)
            attempts[shard] = attempt
            open(os.path.join(blobs, name), "wb").close()
        if piece is None:
            shutil.move(os.path.join(task["blobs"], name), os.path.join(blobs, name))
            continue
        with open(os.path.join(blobs, name), "ab") as out:
            out.write(piece)
    for shard, attempt in sorted(attempts.items()):
        if attempt > 0:
            say(f"shard {shard}/{task['shards']} was done at attempt {attempt + 1}")
    return names


def finish(sc, pieces, refusals):
    """Waits until every shard is done; ends the others as soon as one says that the input is bad."""
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(pieces.count)
        while not job.done() and not refusals.value:
            time.sleep(0.1)
        if refusals.value:
            sc.cancelAllJobs()
        error = job.exception()
    if refusals.value:
        raise Refused(refusals.value[0])
    if error is not None:
        raise Refused(f"Spark gave up: {cause_of(error)}")


def cause_of(error):
    """What a task said last, without Spark's own stack."""
    lines = [line for line in str(error).splitlines() if "ShardDied: " in line]
    return lines[0].split("ShardDied: ", 1)[1] if lines else str(error)


class Gathered(AccumulatorParam):
    def zero(self, value):
        return []

    def addInPlace(self, one, other):
        return one + other


class ShardDied(Exception):
    """Worth another attempt, perhaps elsewhere."""


def shard_task(task, refusals):
    def run(shards):
        for shard in shards:
            attempt = TaskContext.get().attemptNumber()
            # the worker's own folder: what an attempt leaves behind that was killed goes with it
            with tempfile.TemporaryDirectory(prefix="deskcheck-", dir=SparkFiles.getRootDirectory()) as folder:
                folder = os.path.abspath(folder)
                blob = os.path.join(folder, f"shard-{shard:05d}.blob.gz")
                done = deskcheck_shard(shard, task, folder, blob)
                if done.returncode == NOT_AUDITED:
                    # the same everywhere and at every attempt, so told instead of raised: Spark would try it again
                    refusals.add([done.stderr])
                    return
                if done.returncode != 0:
                    how = f"ended with {done.returncode}" if done.returncode > 0 else f"was killed ({-done.returncode})"
                    raise ShardDied(f"deskcheck {how} in shard {shard}: {' '.join(done.stderr.split())}")
                yield from delivered(shard, attempt, blob, task)

    return run


def deskcheck_shard(shard, task, folder, blob):
    desk = task["shared"]
    if desk is None:
        desk = os.path.join(folder, "desk")
        for name, alias in task["links"].items():
            path = os.path.join(desk, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            os.symlink(os.path.abspath(SparkFiles.get(alias)), path)
    share = ["--shard", f"{shard}/{task['shards']}", "--blob", blob, "--no-progress"]
    command = [*task["deskcheck"], "audit", *share, *task["options"], "--", *task["inputs"]]
    try:
        return subprocess.run(
            command,
            cwd=desk,
            # what decides is the same everywhere: not the settings of one worker
            env={**{name: of for name, of in os.environ.items() if not name.startswith("DESKCHECK_")}, "TMPDIR": folder},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            preexec_fn=dies_with_parent(),
        )
    except OSError as error:
        raise ShardDied(f"{command[0]} could not be started on {os.uname().nodename}: {error}") from None


def dies_with_parent():
    """Spark kills the Python of a task that is cancelled: on Linux, deskcheck goes with it."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(1, signal.SIGKILL)


def delivered(shard, attempt, blob, task):
    name = os.path.basename(blob)
    if task["shared"] is not None:
        # whole or not at all, and the same bytes whichever attempt is the last
        target = os.path.join(task["blobs"], name)
        arriving = f"{target}.{os.uname().nodename}-{os.getpid()}-{threading.get_ident()}"
        shutil.copyfile(blob, arriving)
        os.replace(arriving, target)
        yield shard, attempt, name, None
        return
    with open(blob, "rb") as file:
        for piece in iter(lambda: file.read(PIECE), b""):
            yield shard, attempt, name, piece


# ---- the merge ----


def merged(deskcheck, blobs, options):
    asked = []
    for name in ("format", "findings", "history", "baseline", "suppressions", "locale"):
        for value in getattr(options, name):
            asked += [f"--{name}", value]
    for name in ("no_costs", "strict_suppressions"):
        if getattr(options, name):
            asked.append("--" + name.replace("_", "-"))
    try:
        done = subprocess.run([*deskcheck, "merge", *asked, "--", *blobs], stderr=subprocess.PIPE)
    except OSError as error:
        raise Refused(f"{deskcheck[0]} could not be started here: {error}") from None
    if done.stderr:
        say(done.stderr.decode("utf-8", "replace"))
    if done.returncode < 0:
        raise Refused(f"deskcheck merge was killed ({-done.returncode})")
    return done.returncode


def say(text):
    """To standard error by way of Java: spark-submit puts what Python writes there to standard output, among the results."""
    data = bytearray((text.rstrip("\n") + "\n").encode("utf-8"))
    gateway = SparkContext._gateway
    if gateway is None:
        sys.stderr.buffer.write(data)
        return
    gateway.jvm.System.err.write(data, 0, len(data))
    gateway.jvm.System.err.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
