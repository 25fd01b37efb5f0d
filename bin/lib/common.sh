# shellcheck shell=bash disable=SC2015,SC2034
# DOC: Bagian bersama semua perintah di bin/ (bukan perintah)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

APP=target/app
JAR=target/tindak.jar
AOT=$APP/tindak.aot

say() { printf '%s\n' "$*"; }
fail() { printf 'tindak: %s\n' "$*" >&2; exit 1; }

# Major version of the JDK in directory $1, 0 when it is none.
jdk_version() {
  local version
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || { echo 0; return; }
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -1 || true)
  echo "${version:-0}"
}

# Sets JAVA_HOME to a JDK 25 or newer, whatever its directory is called.
need_jdk() {
  local found candidate
  found=$(command -v javac 2>/dev/null || true)
  [ -z "$found" ] || found=$(dirname "$(dirname "$(readlink -f "$found")")")
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$found"; do
    [ -n "$candidate" ] || continue
    if [ "$(jdk_version "$candidate")" -ge 25 ]; then
      export JAVA_HOME=$candidate
      JAVA=$JAVA_HOME/bin/java
      return
    fi
  done
  fail "JDK 25 atau lebih baru tidak ditemukan, baik melalui JAVA_HOME maupun di bawah /usr/lib/jvm. Pasang JDK 25 (docs/pemasangan.md), lalu ulangi perintah ini."
}

need_maven() {
  command -v mvn >/dev/null || fail "Maven tidak ditemukan. Pasang dengan: apt-get install maven"
}

# Reads what Maven says and shows a line of progress for it.
progress() {
  local line downloaded=0 open=0 text step=200
  [ -t 1 ] && step=5
  while IFS= read -r line; do
    text=
    if [[ $line == *'Downloaded from'* ]]; then
      downloaded=$((downloaded + 1))
      [ $((downloaded % step)) = 0 ] && text="mengunduh pustaka: $downloaded"
    elif [[ $line =~ ---\ .*:(compile|generate|testCompile|test|repackage|check|apply)\  ]]; then
      case ${BASH_REMATCH[1]} in
        generate) text='menyiapkan halaman' ;;
        compile | testCompile) text='mengompilasi' ;;
        repackage) text='mengemas' ;;
        *) text=${BASH_REMATCH[1]} ;;
      esac
    fi
    [ -n "$text" ] || continue
    if [ -t 1 ]; then printf '\r\033[K  %s' "$text"; open=1; else printf '  %s\n' "$text"; fi
  done
  [ $open = 0 ] || printf '\r\033[K'
}

# Runs Maven with its noise in $1; shows progress instead, and the errors when it fails.
maven() {
  local log=$1 status=0
  shift
  mkdir -p "$(dirname "$log")"
  mvn -B "$@" 2>&1 | tee "$log" | progress || status=$?
  [ "$status" -eq 0 ] && return
  grep -E '^\[ERROR\]' "$log" | grep -vE 'Re-run Maven|full stack trace|For more information|\[Help|^\[ERROR\] *$' | head -60 >&2 || true
  fail "Pembangunan gagal; catatan lengkapnya di $log."
}

# Builds the program when it is not there or older than its sources, and lays it out for a quick start.
need_build() {
  need_jdk
  if [ ! -f "$JAR" ] || [ -n "$(find pom.xml src/main sop -newer "$JAR" -print -quit 2>/dev/null)" ]; then
    need_maven
    say "Membangun Tindak (yang pertama kali mengunduh pustaka dan memerlukan beberapa menit) …"
    maven target/build.log -Dmaven.test.skip=true package
    touch "$JAR"
  fi
  if [ ! -f "$APP/tindak.jar" ] || [ "$JAR" -nt "$APP/stamp" ]; then
    rm -rf "$APP"
    "$JAVA" -Djarmode=tools -jar "$JAR" extract --destination "$APP" >/dev/null
    touch "$APP/stamp"
  fi
}

# The same for every run of the program: an AOT cache is only valid under the options it was made with.
JVM=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xss512k -Dfile.encoding=UTF-8)

# Makes the cache of loaded and linked classes (JEP 483, 514) when it is not there: by one run of its own, in a directory of its own.
need_quick_start() {
  [ ! -f "$AOT" ] && [ -w "$APP" ] && [ "${TINDAK_AOT:-1}" = 1 ] || return 0
  say "Menyiapkan mulai cepat (sekali setelah pembangunan, sekitar setengah menit) …"
  bin/lib/train "$JAVA" "$AOT" "$APP" "${JVM[@]}" >target/latihan.log 2>&1 \
    || say "Mulai cepat tidak dapat disiapkan (lihat target/latihan.log); Tindak tetap dijalankan."
}

# Runs a class of the program: program CLASS ARGUMENTS…
program() {
  exec "$JAVA" "${JVM[@]}" -cp "$APP/tindak.jar" "$@"
}

# Starts the program itself, in place of this shell, so that signals reach it.
serve() {
  serve_with "" "$@"
}

# serve_with CLASSES …: the same with more classes behind its own; the AOT cache allows that.
serve_with() {
  local cache=() more=$1
  shift
  [ -f "$AOT" ] && cache=(-XX:AOTCache="$AOT" -Xlog:aot=off -Xlog:cds=off)
  # shellcheck disable=SC2086 # TINDAK_JAVA_OPTS holds several words
  exec "$JAVA" "${JVM[@]}" "${cache[@]}" ${TINDAK_JAVA_OPTS:-} -cp "$APP/tindak.jar${more:+:$more}" id.tindak.Tindak "$@"
}
