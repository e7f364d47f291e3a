#!/usr/bin/env bash
# The independent judges and the real page, where they lie beside the project: structure, lines, print rules.
# They share no code with Banxin. Where they do not lie there, this says so and is done.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=../shared
[ -f "$shared/tools/score.py" ] || { echo "The judges do not lie beside the project; nothing to ask them."; exit 0; }
need=()
for pair in mutool:mupdf-tools qpdf:qpdf gs:ghostscript pdffonts:poppler-utils python3:python3; do
  command -v "${pair%%:*}" >/dev/null || need+=("${pair##*:}")
done
if [ ${#need[@]} -gt 0 ]; then
  [ "$(id -u)" = 0 ] || { echo "The judges need ${need[*]}: install them." >&2; exit 1; }
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
banxin() { node bin/banxin.mjs "$@"; }
# The words of what was read, a passage a line.
words() {
  python3 - "$1" "$2" <<'PY'
import json, sys
lines = []
for a in json.load(open(sys.argv[1], encoding='utf8')):
    lines += [a[k] for k in ('label', 'kicker', 'headline', 'deck', 'byline') if a.get(k)] + [b['text'] for b in a['body']] + ([a['credit']] if a.get('credit') else [])
open(sys.argv[2], 'w', encoding='utf8').write('\n'.join(lines))
PY
}
copy=$shared/pages/party-building
banxin read "$copy.txt" >"$out/read.json"
python3 "$shared/tools/score.py" "$copy.json" "$out/read.json" | tee "$out/score" | tail -n 1
grep -q '^overall *100\.0$' "$out/score" || { echo "The real page is not read as it should be." >&2; exit 1; }
# Status 1: the page's two photographs are not given, and that is an error of the work, not of the program.
banxin page "$copy.txt" --out "$out/page.pdf" --project "$out/page.banxin" 2>/dev/null || [ $? = 1 ]
banxin export "$out/page.banxin" --out "$out/again.pdf" 2>/dev/null || [ $? = 1 ]
cmp "$out/page.pdf" "$out/again.pdf" || { echo "The saved project gives other bytes than the first run." >&2; exit 1; }
words "$out/read.json" "$out/read.txt"
python3 "$shared/tools/kinsoku.py" "$out/page.pdf" --text "$out/read.txt" --lead 11.25 --json >"$out/lines.json"
python3 - "$out/lines.json" <<'PY'
import json, sys
r = json.load(open(sys.argv[1], encoding='utf8'))
print({k: r[k] for k in ('begin', 'end', 'digit_run_cut', 'lost', 'one_char_last_lines', 'gap_p95', 'gap_max', 'baseline_on_grid')})
sys.exit(0 if r['begin'] == r['end'] == r['digit_run_cut'] == r['lost'] == r['one_char_last_lines'] == 0 and r['gap_p95'] <= 0.07 and r['gap_max'] <= 0.25 else 1)
PY
python3 "$shared/tools/check-pdfx.py" "$out/page.pdf" --level x4 --bleed-mm 0 --quiet
banxin export "$out/page.banxin" --profile x1a --out "$out/x1a.pdf" 2>/dev/null || [ $? = 1 ]
python3 "$shared/tools/check-pdfx.py" "$out/x1a.pdf" --level x1a --bleed-mm 0 --quiet
# Every sample on every Chinese preset: its lines. A dash of two em is one glyph; the judge takes a line for ended inside it,
# and counts what follows as a line that begins with a dash: those are told apart, and left out.
lines_of() {
  local own=$out/$2-lines
  banxin page "$1" --preset "$2" --out "$own.pdf" >/dev/null 2>&1 || [ $? = 1 ]
  python3 "$shared/tools/kinsoku.py" "$own.pdf" --text "$out/read.txt" --lead 11.25 --json >"$own.json"
  python3 - "$own.json" "$(basename "$1") $2" <<'PY'
import json, sys
r = json.load(open(sys.argv[1], encoding='utf8'))
r['begin'] -= r['begin_ellipsis_dash']
print(sys.argv[2], {k: r[k] for k in ('begin', 'end', 'digit_run_cut', 'lost', 'one_char_last_lines', 'gap_p95', 'gap_max')})
sys.exit(0 if r['begin'] == r['end'] == r['digit_run_cut'] == r['lost'] == r['one_char_last_lines'] == 0 and r['gap_max'] <= 0.25 else 1)
PY
}
for sample in resources/samples/issue/page-*.txt resources/samples/messy-page/lake-page.txt; do
  banxin read "$sample" >"$out/read.json"
  words "$out/read.json" "$out/read.txt"
  # Both presets at once: half of the time is the programs' start.
  lines_of "$sample" broadsheet-8 &
  eight=$!
  lines_of "$sample" broadsheet-6
  wait "$eight"
done

# Print rules: every sample, and the page that has everything on it (text in both directions, a tint, a spot colour, a CMYK
# JPEG, a PNG with alpha, every line and border), at both levels.
judge() { python3 "$shared/tools/check-pdfx.py" "$1" --level "$2" --bleed-mm "$3" --quiet --allow-spot; }
for sample in issue english-page messy-page; do
  for level in x4 x1a; do
    banxin export "out/samples/$sample.banxin" --profile "$level" --bleed 3 --out "$out/$sample.pdf" 2>/dev/null || [ $? = 1 ]
    judge "$out/$sample.pdf" "$level" 3
  done
done
mkdir "$out/press"
BANXIN_PRESS_PAGES=$out/press npx vitest run tests/press/renderers.test.ts --silent >/dev/null
for level in x4 x1a; do judge "$out/press/$level.pdf" "$level" 0; done
