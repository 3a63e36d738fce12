#!/bin/sh
# A shell program: a line of JSON in for each question, a line of JSON out. It answers yes to what begins like a
# yes-or-no question, gives the first number of the document to "how many", and declines everything else.
#
# qa-eval run -a "command:sh examples/shell_program.sh"
while IFS= read -r line; do
  question=$(printf '%s\n' "$line" | sed 's/.*"question": "\([^"]*\)".*/\1/')
  document=${line#*'"document": "'}
  case $question in
    Did\ * | Does\ * | Do\ * | Is\ * | Was\ * | Were\ * | Are\ * | Has\ * | Can\ * | Could\ *) answer=yes ;;
    "How many "*) answer=$(printf '%s\n' "$document" | grep -o '[0-9][0-9,]*' | head -n 1) ;;
    *) answer="not stated" ;;
  esac
  printf '{"answer": "%s"}\n' "$answer"
done
