import {sealFolder, sealNamespace} from '../model/seal.ts'
import {allowedSignersText, type KnownKey} from '../model/signature.ts'

/** What a reader needs to know before the steps can be followed. */
export interface RecipeFacts {
  /** Full hash of the commit that the dossier was made from. */
  readonly commit: string
  /** Number that its seal has. */
  readonly sequence: number
  readonly keys: readonly KnownKey[]
}

/** Path that the seal of a commit has. */
export function sealPath({commit, sequence}: Pick<RecipeFacts, 'commit' | 'sequence'>): string {
  return `${sealFolder}/${String(sequence).padStart(4, '0')}-${commit.slice(0, 12)}.intoto.json`
}

/** Where a tag was signed, it names commit and seal, and is what the signature is of. */
const tagLines = [
  'if test -f "$SEAL.tag"; then sed "/^-----BEGIN SSH SIGNATURE-----$/,\\$d" "$SEAL.tag" > "$W/signed"; sed -n "/^-----BEGIN SSH SIGNATURE-----$/,\\$p" "$SEAL.tag" > "$W/tag.sig"; SIGNATURE=$W/tag.sig; NAMESPACE=git',
  'test "$(head -n 1 "$W/signed")" = "object $COMMIT"; test "$(tail -n 1 "$W/signed")" = "sha256:$(sha256sum < "$SEAL" | cut -d" " -f1)"; fi',
]

/**
 * Lines of a POSIX shell that check a seal without this program, in the folder of `cinch.yaml`. The
 * first that does not hold ends them with another status than 0.
 *
 * Nothing from a record stands outside quotes: names and keys have passed `allowedSignersText`.
 */
export function sealRecipe(facts: RecipeFacts): readonly string[] {
  const signers = allowedSignersText(facts.keys, {namespaces: [sealNamespace, 'git']})
    .split('\n')
    .filter((it) => it !== '')
  const field = (name: string) => `sed -n 's/^ *"${name}": "\\([^"]*\\)",*$/\\1/p' "$SEAL"`
  return [
    `set -eu; W=$(mktemp -d); SEAL=${sealPath(facts)}; COMMIT=${facts.commit}; DOSSIER=\${DOSSIER:-dossier}`,
    'export GIT_NO_REPLACE_OBJECTS=1 TZ=UTC',
    ...signers.map((it) => `printf '%s\\n' '${it}' >> "$W/signers"`),
    `PERSON=$(${field('person')}); AT=$(git log --diff-filter=A --date=format-local:%Y%m%d%H%M%S --format=%cd -- "$SEAL" | tail -n 1)`,
    `cp "$SEAL" "$W/signed"; SIGNATURE=$SEAL.sig; NAMESPACE=${sealNamespace}`,
    ...tagLines,
    'ssh-keygen -Y verify -O verify-time="${AT}Z" -f "$W/signers" -I "$PERSON" -n "$NAMESPACE" -s "$SIGNATURE" < "$W/signed"',
    'test "$(git rev-parse --is-shallow-repository)" = false; test -z "$(git for-each-ref refs/replace)"; test ! -s "$(git rev-parse --git-path info/grafts)"',
    'git -c core.commitGraph=false merge-base --is-ancestor "$COMMIT" HEAD',
    `test "$(${field('gitCommit')})" = "$COMMIT"; test "$(${field('gitTree')})" = "$(git rev-parse "$COMMIT^{tree}")"`,
    `sed -n '/^    "inputs": {$/,/^    }/s/^      "\\(.*\\)": "\\([0-9a-f]*\\)",*$/\\2 \\1/p' "$SEAL" > "$W/inputs"; test -s "$W/inputs"`,
    'while read -r HASH FILE; do test "$(git cat-file blob "$COMMIT:./$FILE" | sha256sum | cut -d" " -f1)" = "$HASH" || { echo "differs: $FILE"; exit 3; }; done < "$W/inputs"',
    'for FILE in pdf html json; do grep -q "$(sha256sum < "$DOSSIER/dossier.$FILE" | cut -d" " -f1)" "$SEAL"; done',
    `PREVIOUS=$(${field('path')}); test -z "$PREVIOUS" || grep -q "$(sha256sum < "$PREVIOUS" | cut -d" " -f1)" "$SEAL"`,
    'echo "The seal holds"',
  ]
}
