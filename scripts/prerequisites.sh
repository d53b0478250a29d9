# Finds what the commands need, for `source`: a JDK 17 or later, Maven, and for the tests a browser and wrong clocks.
# What is missing comes from the system's packages where the system is Debian-like and the user is root;
# otherwise one sentence says what to install. Nothing of the caller's environment is changed but JAVA_HOME, and LC_ALL
# where the locale has no letters but those of English.

stop() {
  echo "answerloop: $*" >&2
  exit 1
}

may_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null
}

# Installs the first of the named packages that this release of the system has.
install_first_of() {
  local package
  apt-get update -qq || return 1
  for package in "$@"; do
    if apt-cache show "$package" > /dev/null 2>&1; then
      echo "answerloop: installing $package" >&2
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" > /dev/null
      return
    fi
  done
  return 1
}

# The major version of the JDK in folder $1; 0 where there is none.
jdk_version() {
  local version=0
  if [ -x "$1/bin/javac" ]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p')
  fi
  echo "${version:-0}"
}

a_jdk_of_17_or_later() {
  local home path_home
  path_home=$(command -v javac > /dev/null && dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  for home in "$path_home" /usr/lib/jvm/*; do
    if [ "$(jdk_version "$home")" -ge 17 ]; then
      echo "$home"
      return
    fi
  done
  return 1
}

require_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    [ "$(jdk_version "$JAVA_HOME")" -ge 17 ] || stop "JAVA_HOME ($JAVA_HOME) is not a JDK 17 or later; unset it or point it to one."
  else
    JAVA_HOME=$(a_jdk_of_17_or_later) \
      || { may_install && install_first_of openjdk-21-jdk-headless openjdk-17-jdk-headless && JAVA_HOME=$(a_jdk_of_17_or_later); } \
      || stop "please install a JDK 17 or later (Debian: apt-get install openjdk-17-jdk-headless), or set JAVA_HOME to one."
  fi
  export JAVA_HOME
}

# Java names files in the encoding of the locale: in one without accents it can't open a folder that has them.
want_utf8() {
  if [ "$(locale charmap 2> /dev/null)" != UTF-8 ] && locale -a 2> /dev/null | grep -qiE '^C\.utf-?8$'; then
    export LC_ALL=C.UTF-8
  fi
}

require_maven() {
  command -v mvn > /dev/null \
    || { may_install && install_first_of maven; } \
    || stop "please install Maven 3.8.7 or later (Debian: apt-get install maven)."
}

a_browser() {
  command -v chromium || command -v google-chrome || command -v google-chrome-stable || command -v chromium-browser
}

# Without one the tests have Playwright download its own.
want_browser() {
  a_browser > /dev/null || { may_install && install_first_of chromium && a_browser > /dev/null; } \
    || echo "answerloop: no Chromium or Chrome here; Playwright downloads its own." >&2
}

# Without one its example is not tried, and the test says so.
want_proxies() {
  local proxy
  for proxy in nginx haproxy; do
    PATH=$PATH:/usr/sbin command -v $proxy > /dev/null || { may_install && install_first_of $proxy; } \
      || echo "answerloop: no $proxy here; the example of its configuration is not tried." >&2
  done
}

# For the tests of servers whose clocks are wrong; without it they are skipped, and say so.
want_wrong_clocks() {
  command -v faketime > /dev/null || { may_install && install_first_of faketime && command -v faketime > /dev/null; } \
    || echo "answerloop: no faketime here (Debian: apt-get install faketime); servers with wrong clocks are not tested." >&2
}
