/** Of a finding that is no test's: what it means, and what to do. Sentences, in this tool's words. */
export interface CodeText {
  readonly means: string
  readonly fix: string
}

const codes = (
  family: string,
  texts: Readonly<Record<string, readonly [means: string, fix: string]>>,
): (readonly [string, CodeText])[] =>
  Object.entries(texts).map(([name, [means, fix]]) => [`${family}/${name}`, {means, fix}])

/**
 * Every code of a finding besides the ids of the tests. `cinch explain CODE` and the page of
 * findings print it; a test fails when a code of the source is not here, or is here alone.
 */
export const findingCodes: ReadonlyMap<string, CodeText> = new Map([
  ...codes('approval', {
    missing: [
      'The policy asks for approval of this record, and none counts.',
      '`cinch review KIND/ID` says who may give it.',
    ],
    'not-counted': [
      'An approval is written down that does not count: wrong role, date, author or signature.',
      'Ask a person who held the role and did not make the change.',
    ],
    partial: [
      'Some of the approvals that the policy asks for are there, not all.',
      '`cinch review KIND/ID` names the roles that are missing.',
    ],
    policy: [
      'The approval policy names no kind of record, or stands in an overlay.',
      'Correct `approvals` in `cinch.yaml` of the main root.',
    ],
    refused: ['The record was refused as it stands.', 'Change it, and ask for approval again.'],
    'relied-on': [
      'The record is as it was approved, but something that it relies on changed since.',
      'Look at it with `cinch review KIND/ID`; where it matters, ask for approval again.',
    ],
    stale: [
      'The record changed after it was approved. An approval is bound to exact content.',
      '`cinch review KIND/ID` shows each field that differs; ask for approval again.',
    ],
    'other-root': [
      'An approval is kept in another root than the record that it is of.',
      'Have it written where the record is kept.',
    ],
    'unknown-author': [
      'A change that needs approval comes from an address that is nobody’s on record; a warning until it is approved.',
      'Add the address to the Person record, if it is theirs: its owner may not approve the change.',
    ],
    unresolved: [
      'An approval names a record that is not there.',
      'Correct `record`; where the record was renamed, ask for approval under its new id.',
    ],
  }),
  ...codes('assess', {
    'joint-pricing-undeclared': [
      'A line says that it has no joint prices, and another record says that it has.',
      'Set `jointPricing: true`, or correct the other record. The line is judged with joint prices.',
    ],
  }),
  ...codes('config', {
    glob: [
      'A glob in `cinch.yaml` cannot be read.',
      'Use `*`, `?`, `**` and `{a,b}`, from the root down.',
    ],
    'glob-unmatched': ['A glob in `cinch.yaml` matches no file.', 'Correct or remove it.'],
    'no-records': ['An overlay holds no record.', 'Add one, or leave the overlay out.'],
    'overlay-threshold': [
      'An overlay sets a threshold. Only the main root may.',
      'Move it to `cinch.yaml` of the main root.',
    ],
    'second-document': [
      '`cinch.yaml` holds two documents.',
      'Join them, or remove the line `---`.',
    ],
    'threshold-value': [
      'A threshold has a value that tests cannot use.',
      '`cinch rules --thresholds` shows its unit.',
    ],
    'unknown-threshold': [
      'No test uses a threshold of that name.',
      '`cinch rules --thresholds` lists the names.',
    ],
  }),
  ...codes('diff', {
    change: ['A change between two commits, told by place alone.', 'Read it with `cinch diff`.'],
    weakened: ['A control is weaker than it was.', 'Have it approved, or set it back.'],
    strengthened: ['A control is stronger than it was.', 'Nothing is to be done.'],
    clarified: ['A text says more plainly what held before.', 'Nothing is to be done.'],
    recorded: ['Something that happened was written down.', 'Nothing is to be done.'],
    administrative: ['A change without weight for the legal test.', 'Nothing is to be done.'],
    unclassified: ['A change of a field that declares no class.', 'Read it as if it weakened.'],
    'weakened-unapproved': [
      'Controls were weakened, and nobody approved what they say now.',
      'Have them approved with `cinch approve`, or set them back.',
    ],
  }),
  ...codes('dossier', {
    extra: [
      'The folder holds a file that is no part of what was sealed.',
      'Do not pass it on as if it were.',
    ],
    missing: [
      'A file that was sealed is not in the folder.',
      'Put it back, or compile it again from the commit.',
    ],
    'as-of': [
      'A dossier of the sealed commit that judges at another date than the seal.',
      'The finding has the command that compiles the one that was sealed.',
    ],
    edited: [
      'A file of the dossier is not the one that was sealed, nor what its own commit gives.',
      'Tell counsel; the finding has the command that compiles the one that was sealed.',
    ],
    'other-commit': [
      'A dossier of another commit than the sealed one.',
      'The finding has the command that compiles the one that was sealed.',
    ],
    renamed: [
      'A file of the dossier that was sealed, under the name of another format.',
      'Give it its own name, and put the file that was sealed in its place.',
    ],
  }),
  ...codes('exception', {
    expired: ['The exception is over.', 'Mend what it excused, or decide anew.'],
    gate: [
      'An exception names a gate, which can be acknowledged and not excepted.',
      'Mend what the gate finds.',
    ],
    malformed: ['The exception lacks what one needs.', 'Add what the finding names.'],
    'self-approved': ['Owner and approver are one person.', 'Have someone else approve it.'],
    'too-long': ['It lasts longer than `exceptionMonths`.', 'Shorten it.'],
    unused: ['It excuses nothing that was found.', 'Correct its rule or place, or remove it.'],
  }),
  ...codes('exhibit', {
    absent: [
      'A sealed exhibit is at `HEAD` and not in the working tree, as in a sparse checkout.',
      'Check it out with `git restore`, and verify again.',
    ],
    hash: [
      'The file is not the document that was registered. Exit 3.',
      'Put the registered document back, or register the new one as an exhibit of its own.',
    ],
    missing: [
      'The file of an exhibit or a table is not here.',
      'Add the file, or correct the path.',
    ],
    'not-here': [
      'A large-file pointer stands where the file should. What it shows is unknown.',
      'Fetch it, such as with `git lfs pull`.',
    ],
    'pointer-mismatch': [
      'A large-file pointer names another file than the one registered. Exit 3.',
      'Put the registered document back, or register the new one as an exhibit of its own.',
    ],
    're-registered': [
      'The hash of a sealed exhibit was changed in its record.',
      'Tell counsel before anything is put back.',
    ],
    removed: ['A sealed exhibit is gone.', 'Tell counsel before anything is put back.'],
    swapped: [
      'The document at `HEAD` is not the one that its record registers.',
      'Tell counsel before anything is put back.',
    ],
    unregistered: [
      'A file among the exhibits or tables that no record registers.',
      'Register it with an Exhibit or an EvidenceTable, or remove it.',
    ],
    'working-tree': [
      'The document in the working tree differs from the one at `HEAD`.',
      'Restore it, or commit it with its record.',
    ],
  }),
  ...codes('file', {
    'ignored-record': [
      'A record is among the ignored files, and so counts nowhere.',
      'Narrow the glob in `ignore`, or move the file.',
    ],
    name: ['A file name holds a control or direction character.', 'Rename the file.'],
    'name-collision': [
      'Two names differ only in case or Unicode form: on some disks they are one file.',
      'Rename one.',
    ],
    'nested-root': [
      'Another governance repository stands inside this one.',
      'Read it as an overlay, or ignore the folder with its reason.',
    ],
    'not-regular': ['A device, a pipe or a socket.', 'Remove it.'],
    path: [
      'The path in a record leads out of the repository, or to a file of another use.',
      'Write it from the root down, such as `exhibits/minutes.txt`.',
    ],
    pointer: [
      'A large-file pointer stands where a record should.',
      'Fetch the file, and keep records out of large-file storage.',
    ],
    submodule: [
      'A repository inside the root.',
      'Read it as an overlay, or ignore the folder with its reason.',
    ],
    symlink: ['A link. Links are not followed.', 'Put the file itself there.'],
    'too-large': ['The file is larger than one of its use may be.', 'Split it, or remove it.'],
    unlisted: [
      'A file that is no record, table or exhibit, and that nothing accounts for.',
      'Move it, or name it under `ignore` with its reason.',
    ],
  }),
  ...codes('history', {
    alternates: [
      'Objects are borrowed from another folder: whoever keeps that folder keeps this history.',
      '`git repack -a -d`, then remove `objects/info/alternates`.',
    ],
    'commit-graph': [
      'A cache of git tells another history than the commits. It was not believed.',
      'Remove `objects/info/commit-graph`.',
    ],
    'commit-missing': [
      'A sealed commit is not in this clone.',
      'Fetch it from the clone that was sealed; where none has it, tell counsel.',
    ],
    graft: [
      'A file of grafts gives commits other parents.',
      'Tell counsel; compare with another clone.',
    ],
    object: [
      'The content of a commit was changed on disk.',
      'Compare with another clone; `git fsck` names it too.',
    ],
    partial: ['The clone lacks files.', 'Clone again without `--filter`.'],
    replaced: [
      'References replace objects by others.',
      'Tell counsel; compare with another clone.',
    ],
    rewritten: [
      'The history no longer leads to a commit that was sealed.',
      'Tell counsel before anything is put back.',
    ],
    shallow: ['The clone lacks history.', '`git fetch --unshallow`.'],
    tree: ['The sealed commit holds other files than were sealed.', 'Tell counsel.'],
  }),
  ...codes('house', {
    '<id>': [
      "A record breaks one of the network's own rules.",
      'The rule says how; it stands as a related place.',
    ],
    rule: [
      'The same, of a rule in an overlay, whose id is not shown where the records are not.',
      'Run the command on your own machine.',
    ],
  }),
  ...codes('house-rule', {
    condition: ['The condition cannot be read.', 'Correct it; `cinch rules test` tries it.'],
    evaluation: [
      'The condition cannot be told of a record.',
      'Ask with `has(record.key)` before a key that a record may leave out.',
    ],
    example: [
      'An example comes out otherwise than it says.',
      'Correct the example or the condition.',
    ],
    key: [
      'The condition asks for a key that the kind does not have.',
      '`cinch schema KIND` lists them.',
    ],
    kind: ['The rule is about a kind that is not there.', '`cinch schema` lists the kinds.'],
    'no-example': ['The rule lacks a passing or a failing example.', 'Add one.'],
    'too-costly': [
      'The condition could take too long on a record of this size.',
      'Write it without nested loops.',
    ],
  }),
  ...codes('input', {
    added: ['The sealed commit holds a file that the seal does not name.', 'Tell counsel.'],
    hash: ['A file at the sealed commit is not what was sealed.', 'Tell counsel.'],
    missing: ['A file that the seal names is not at the sealed commit.', 'Tell counsel.'],
  }),
  ...codes('leak', {
    identifier: [
      'Text that looks like an identifier of a patient. Exit 3.',
      'Change nothing yet: follow the runbook in SECURITY.md.',
    ],
    narrative: [
      'A narrative or a name in a case file. Exit 3.',
      'Change nothing yet: follow the runbook in SECURITY.md.',
    ],
    price: [
      'Text that looks like a price or an offer. Exit 3.',
      'Change nothing yet: follow the runbook in SECURITY.md.',
    ],
    privileged: [
      'Text that looks privileged. Exit 3.',
      'Change nothing yet: follow the runbook in SECURITY.md.',
    ],
  }),
  ...codes('program', {
    ended: ['A public program is named for days after it ended.', 'Correct the days, or add `to`.'],
    'not-begun': ['A public program is named for days before it began.', 'Correct the days.'],
    outdated: [
      'A statement about a public program that no longer holds.',
      'Correct it, or say of which past year it speaks.',
    ],
  }),
  ...codes('rebuild', {
    differs: [
      'The dossier made again from the sealed commit has other bytes.',
      'Use the version of cinch and of Node that the seal names.',
    ],
    outcomes: [
      'The seal states other outcomes than its commit gives.',
      'Rest on nothing that the seal states; ask who made it.',
    ],
    outputs: [
      'The seal names other files than the dossier of its commit.',
      'Rest on nothing that the seal states; ask who made it.',
    ],
  }),
  ...codes('record', {
    dates: ['Two dates of a record are in the wrong order.', 'Correct one.'],
    'duplicate-id': ['Two records of a kind have one id.', 'Rename or remove one.'],
    'duplicate-npi': [
      'A clinician is counted twice at one time.',
      'Keep the entry where the clinician is a member, and name it in `countedAt` of the other.',
    ],
    'far-date': ['A date so far away that it looks like a slip.', 'Correct the year.'],
    key: ['A key of a person cannot be read.', 'Copy the whole public key.'],
    'key-repeated': ['One key of a person stands twice for the same days.', 'Keep one.'],
    'key-role': ['A key is in force after the last role of its person ended.', 'Set its `to`.'],
    'key-shared': ['Two people have one key.', 'Give each a key of their own.'],
    'no-network': ['The repository has no Network.', '`cinch schema Network` shows what it says.'],
    'not-counted': [
      'A clinician is counted at a participant that does not list them.',
      'Correct `countedAt`, or add the clinician there.',
    ],
    'not-yet': [
      'A fact, such as a meeting held or a vote, dated after today.',
      'Correct the date, or record it once it has happened: a plan is not a fact.',
    ],
    'private-key': [
      'A private key. Whoever reads the repository can sign as that person.',
      'Give the key up at once, and record a new public one.',
    ],
    ratio: ['A share or ratio outside its bounds.', 'Write percent as a share of one: `0.8`.'],
    'second-network': ['A second Network.', 'Keep one, in the main root.'],
    shares: ['Shares of owners do not add up to one.', 'Add the owner that is missing.'],
  }),
  ...codes('reference', {
    'into-overlay': [
      'A record refers to one in a root that its readers may not see.',
      'Move one of the two.',
    ],
    'not-checked': [
      'Links into a file that cannot be read were not checked.',
      'Correct the error in that file.',
    ],
    owner: [
      'An owner is named that no record lists.',
      'Add it to `participantOwners` of the Network.',
    ],
    program: [
      'A public program that is not on record in this tool.',
      'The finding lists those that are.',
    ],
    'program-track': ['A track that the program does not have.', 'The finding lists those it has.'],
    unresolved: ['The record that is referred to is not there.', 'Add it, or correct the id.'],
  }),
  ...codes('rules', {
    'changed-mind': [
      'A line comes out otherwise than when it was sealed, by another rule set.',
      'Read what changed in the rule set.',
    ],
    hash: ['The rule set changed without a new version.', 'Tell whoever supplied this cinch.'],
    version: [
      'The seal was made with another version of the rule set.',
      'Check it with the version that it names.',
    ],
  }),
  ...codes('scan', {
    more: [
      'One file holds more places of one pattern than are listed.',
      'Remove the file, or what all of them hold.',
    ],
  }),
  ...codes('schema', {
    '<keyword>': [
      'A limit of the schema that few fields have, such as `minItems`.',
      'The finding says what is expected.',
    ],
    const: ['A value that must be another.', 'Write the one that the finding names.'],
    empty: ['A text is empty.', 'Write it, or leave the key out.'],
    enum: ['A value that is not on the list of the field.', '`cinch schema KIND` lists them.'],
    format: ['A date or an identifier of the wrong form.', 'Write it as the finding shows.'],
    kind: [
      'A record without a kind, or of one that is not there.',
      '`cinch schema` lists the kinds.',
    ],
    range: ['A number outside its bounds.', 'Write one within them.'],
    required: ['A key that the kind needs is missing.', 'Add it.'],
    type: [
      'A value of the wrong type, such as a text for a list.',
      'Write it as the finding shows.',
    ],
    'unknown-key': [
      'A key that the kind does not have, perhaps misspelt.',
      'Correct or remove it.',
    ],
  }),
  ...codes('seal', {
    'chain-broken': ['The seal before is not the one that this names.', 'Tell counsel.'],
    'chain-fork': [
      'Two seals of one number.',
      'Keep the one that the history held first; tell counsel.',
    ],
    'chain-missing': ['A seal that another follows is gone.', 'Tell counsel.'],
    'chain-order': ['Seals whose commits or numbers run backwards.', 'Tell counsel.'],
    'chain-signature': ['The signature of the seal before is another one.', 'Tell counsel.'],
    edited: ['The seal is not the one that the history holds.', 'Tell counsel.'],
    'key-gone': [
      'The key that signed was on record then, and is no longer.',
      'Nothing, where a later seal names it. Else seal again; end keys and roles with `to`.',
    ],
    'key-not-valid': [
      'The key was not in force on the day of the signature.',
      'Correct the days of the key, or have the seal signed again.',
    ],
    'key-unvouched': [
      'The key that signed came on record after others, and none of them signed for it; or several lines of history put first keys on record.',
      'Ask its owner by another way; have somebody whose key was on record before seal again.',
    ],
    'line-ends': [
      'The seal lies in the working tree with CR LF. It was read with LF, as it was signed.',
      'Add `seals/** -text` to .gitattributes, and check it out again.',
    ],
    'not-held': [
      'The history does not hold this seal.',
      'Look for it in another clone; tell counsel.',
    ],
    removed: ['A seal that the history held is gone.', 'Tell counsel.'],
    'signature-bad': ['The signature does not fit the seal.', 'Tell counsel.'],
    'signature-missing': [
      'The signature of the seal is not there.',
      'Look for it in another clone.',
    ],
    'signature-other-key': ['Another key signed than the seal names.', 'Tell counsel.'],
    'signature-other-person': ['Another person signed than the seal names.', 'Tell counsel.'],
    'signature-swapped': ['The signature is not the one that the history holds.', 'Tell counsel.'],
    'signature-unchecked': [
      'The signature could not be checked.',
      'The finding says what is missing.',
    ],
    'signature-unknown-key': [
      'The key is no person’s on record, or not in the file of allowed signers.',
      'Give the keys with `--allowed-signers`, or add the key to the Person record.',
    ],
    'signer-role': [
      'Who signed had no role on record that day.',
      'Correct the days of the role, or have somebody with a role seal again.',
    ],
    'tag-missing': ['The tag of the seal is not here.', 'Fetch it with `git fetch --tags`.'],
    'tag-moved': ['The tag of the seal names something else.', 'Tell counsel.'],
    uncommitted: ['The seal is not committed yet.', 'Commit it with its signature.'],
    unreadable: [
      'The seal cannot be read.',
      '`git log -p -- seals` shows it as the history holds it.',
    ],
    unsigned: ['The seal has no signature.', '`cinch seal --key` signs.'],
    'unused-signature': [
      'A file beside the seal looks like a signature of it, and is not the one that the seal names.',
      'Find out who put it there and why.',
    ],
  }),
  ...codes('table', {
    date: ['A cell is no calendar date.', 'Write it as `YYYY-MM-DD`.'],
    'duplicate-column': ['Two columns of one name.', 'Rename or remove one.'],
    'duplicate-row': [
      'Two rows for one unit, measure and period.',
      'Remove one, or add the two where each holds a part.',
    ],
    empty: ['The file is empty.', 'Export the table again.'],
    'empty-cell': ['A cell without a value.', 'Write one: an empty cell is not zero.'],
    'empty-lines': ['Lines without a value, as spreadsheets write them.', 'Remove them.'],
    encoding: ['The file is not UTF-8.', 'Save it as CSV UTF-8.'],
    'extra-column': [
      'A column that the record does not declare. It is not read.',
      'Declare or remove it.',
    ],
    form: ['An identifier of the wrong form.', 'Write it as the finding shows.'],
    format: [
      'A format that this version does not read. What it shows is unknown.',
      'Export it as CSV.',
    ],
    formula: ['Text that a spreadsheet would run.', 'Put a word before it.'],
    'lost-zero': [
      'A spreadsheet took leading zeros away.',
      'Export again from a column formatted as text.',
    ],
    'missing-column': ['A declared column is not in the file.', 'Correct its name, or export it.'],
    more: [
      'More faults of one kind in one table than are listed.',
      'Mend those listed, and check again.',
    ],
    negative: ['A count below zero.', 'Correct it at its source.'],
    'no-rows': ['The table has no row.', 'Export it again, or remove its record.'],
    number: ['A cell is no plain number.', 'Write digits, without a currency sign or thousands.'],
    numerator: ['A numerator above its denominator.', 'Check whether the two columns are swapped.'],
    period: [
      'A period that ends before it begins, or lies outside the table’s.',
      'Correct the row.',
    ],
    quote: ['A cell with quotes that do not close.', 'Write cells as RFC 4180 says.'],
    ragged: ['A row with more or fewer cells than the first.', 'Quote a cell that holds a comma.'],
    roles: [
      'A column for a role that the table needs is missing, or there are two.',
      'Set `role:`.',
    ],
    scientific: [
      'A spreadsheet rounded a long number. Its digits are lost.',
      'Export again from a column formatted as text.',
    ],
    separator: ['Cells are not separated by commas.', 'Save it as comma-separated text.'],
    'too-large': ['A table or a cell larger than is read.', 'Aggregate it, or split it by period.'],
    unit: [
      'A unit that is no pseudonym and no participant.',
      'Keep the key that joins pseudonyms to people outside this repository.',
    ],
    value: ['A cell with a value that is not on its list.', 'Write one that is.'],
  }),
  ...codes('time', {
    imprint: ['A time-stamp token of other bytes than this seal.', 'Tell counsel.'],
    removed: ['A time-stamp token that the history held is gone.', 'Put it back.'],
    unchecked: [
      'A time-stamp token was not checked.',
      'Name its certificates with `--tsa-ca FILE`.',
    ],
    unreadable: ['A time-stamp token that cannot be read.', 'Ask the authority for another.'],
    untrusted: [
      'No authority that was named signed the token.',
      'Check the file given with `--tsa-ca`.',
    ],
  }),
  ...codes('trail', {
    'author-date': [
      'The author date of a commit does not fit its committer date.',
      'Be ready to say why.',
    ],
    backwards: ['A commit dated before its parent.', 'Mend the clock; be ready to say why.'],
    'before-event': ['A record committed before what it says happened.', 'Correct the date.'],
    bulk: [
      'Much of a quarter entered within days: it looks like a back-fill.',
      'Enter events as they happen; say in a record why these came late.',
    ],
    'decided-before-meeting': [
      'A decision dated before the meeting that made it.',
      'Correct one date, or name the meeting that decided.',
    ],
    'key-unvouched': [
      'The commit that brought a key is not signed with a key already on record.',
      'Have somebody whose key is on record commit new keys, signed.',
    ],
    'late-entry': [
      'An event committed long after it happened.',
      'Enter events as they happen; say in a record why this came late.',
    ],
    'minutes-after-decision': [
      'Minutes made long after a decision.',
      'Draft minutes within the time set.',
    ],
    overridden: [
      'Something shows git another history than the one recorded. It was not followed.',
      'Remove it; compare with another clone.',
    ],
    'signature-bad': ['A signature does not fit its commit. Exit 3.', 'Tell counsel.'],
    'signature-expired': [
      'A signature of a key that was not in force.',
      'Correct the days of the key.',
    ],
    'signature-hosting': [
      'A hosting service signed: who asked for it is its word.',
      'Have people sign merges themselves where it matters.',
    ],
    'signature-no-keys': [
      'Commits are signed, and no key is on record.',
      'Add `keys` to Person records.',
    ],
    'signature-role': [
      'The last role of the signer had ended.',
      'End the key in the Person record when the last role ends.',
    ],
    'signature-unchecked': [
      'A signature could not be checked.',
      'The finding says what is missing.',
    ],
    'signature-unknown-key': [
      'A signature of a key that is not on record.',
      'Add the key, or ask who it was.',
    ],
    unread: [
      'Versions of a file were not read: it is too large, or has too many. A date in it may be older than the trail says.',
      'Keep one record to a file, and large lists as tables.',
    ],
    unsigned: ['Commits without a signature.', 'Set `commit.gpgsign` for everybody who commits.'],
  }),
  ...codes('yaml', {
    alias: [
      'An anchor or an alias.',
      'Write the value out; quote a text that starts with `&` or `*`.',
    ],
    character: ['A control or direction character.', 'Remove it.'],
    directive: ['A directive.', 'Remove the line.'],
    'duplicate-key': ['A key stands twice.', 'Keep one.'],
    empty: ['The file is empty.', 'Write a record, or remove the file.'],
    encoding: ['The file is not UTF-8.', 'Save it as UTF-8.'],
    'forbidden-key': ['A key that means something to programs, such as `__proto__`.', 'Remove it.'],
    key: ['A value without a key, or a key that is no name.', 'Write `key: value`.'],
    'merge-key': ['A merge key `<<`.', 'Write the keys out.'],
    nesting: [
      'Maps and lists nested too deep.',
      'Look for a bracket or an indentation by mistake.',
    ],
    scalar: [
      'A value that YAML reads otherwise than it looks, such as `no`, `1_000` or a lost zero.',
      'Put it in quotes, or write it as the finding shows.',
    ],
    syntax: ['Text that is no YAML.', 'The finding says where, and mostly why.'],
    tag: ['A tag such as `!!str`.', 'Remove it; quote a text that starts with `!`.'],
    'too-many-values': ['More values in one file than records have.', 'Split it, or keep a table.'],
  }),
])
