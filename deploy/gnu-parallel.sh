#!/usr/bin/env bash
# An audit in several processes of this machine, merged to the bytes of one. By GNU parallel, or by xargs where there is none.
#
#   SHARDS=8 JOBS=4 deploy/gnu-parallel.sh "exports/*.csv" -- --format terminal --format json=result.json.gz
#
# What stands before -- goes to deskcheck audit, what stands behind it to deskcheck merge, whose exit code is the script's.
# DESKCHECK: how deskcheck is called (default: deskcheck). PARALLEL=xargs: not GNU parallel.
set -uo pipefail

audit=()
while [ $# -gt 0 ] && [ "$1" != "--" ]; do
  audit+=("$1")
  shift
done
[ $# -gt 0 ] && shift

export SHARDS=${SHARDS:-4}
export DESKCHECK=${DESKCHECK:-deskcheck}
jobs=${JOBS:-$SHARDS}
BLOBS=$(mktemp -d "${TMPDIR:-/tmp}/deskcheck-blobs.XXXXXX") || exit 2
export BLOBS
trap 'rm -rf "$BLOBS"' EXIT

# one shard: its number, then the options of the audit. 2 is bad input, which another attempt does not mend
shard() {
  local number=$1 attempt code=0
  shift
  for attempt in 1 2 3; do
    # shellcheck disable=SC2086 # DESKCHECK may be several words
    $DESKCHECK audit "$@" --shard "$number/$SHARDS" --blob "$BLOBS/$number.blob.gz" --threads 1 --no-progress
    code=$?
    if [ "$code" -eq 0 ] || [ "$code" -eq 2 ]; then return "$code"; fi
    echo "shard $number/$SHARDS: attempt $attempt ended with $code" >&2
  done
  return "$code"
}
export -f shard

if [ "${PARALLEL:-}" != xargs ] && parallel --version 2>/dev/null | grep -q '^GNU parallel'; then
  quoted=$(printf '%q ' "${audit[@]}")
  seq "$SHARDS" | SHELL=$(command -v bash) parallel --jobs "$jobs" --halt now,fail=1 --env shard --env SHARDS \
    --env DESKCHECK --env BLOBS "shard {} $quoted" || exit 2
else
  # 255 is what xargs stops at
  seq "$SHARDS" | xargs -P "$jobs" -I '{}' bash -c 'shard "$@" || exit 255' shard '{}' "${audit[@]}" || exit 2
fi
# shellcheck disable=SC2086
$DESKCHECK merge "$BLOBS"/*.blob.gz "$@"
