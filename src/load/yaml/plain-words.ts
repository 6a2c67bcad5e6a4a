import type {YAMLParseError} from 'yaml'
import type {Diagnostic} from '../../model/diagnostic.ts'
import type {Places} from '../text.ts'

type Words = readonly [message: string, help: string]

const quotes = 'Put the whole text in quotes if it holds a colon, a hash, a quote or a bracket'
const indentation = 'Indent the entries of one map or list by the same number of spaces'

/** First match wins: messages of `yaml`, in words for someone who does not know YAML. */
const table: readonly (readonly [RegExp, Words])[] = [
  [/^Tabs are not allowed/, ['Unexpected tab, expected spaces', 'Indent with spaces only']],
  [
    /closing "quote|closing 'quote/,
    ['Unexpected end of the text in quotes, expected a closing quote', 'Add the missing quote'],
  ],
  [
    /escape sequence/,
    [
      'Unexpected backslash, expected an escape that YAML knows, such as `\\n`',
      'Write two backslashes for one, or use single quotes',
    ],
  ],
  [
    /^Nested mappings are not allowed/,
    ['Unexpected second colon on one line, expected one `key: value`', quotes],
  ],
  [
    /^Implicit map keys need|^Implicit keys need/,
    [
      'Unexpected text without a colon, expected `key: value`',
      `Add the missing colon and a space; ${quotes.toLowerCase()}`,
    ],
  ],
  [
    /must start at the same column|^Sequence item without/,
    ['Unexpected indentation, expected that of the lines before', indentation],
  ],
  [
    /^Plain value cannot start with/,
    ['Unexpected sign at the start of a value, expected text', 'Put the text in quotes'],
  ],
  [
    /^Missing space after :/,
    ['Unexpected colon without a space, expected `key: value`', 'Add a space after the colon'],
  ],
  [
    /^Missing ,|Unexpected ,|empty item/,
    ['Unexpected items in brackets, expected commas between them', 'Check commas and brackets'],
  ],
  [
    /^Flow (?:map|sequence)|must be sufficiently indented|must end with a/,
    ['Unexpected end of brackets, expected a closing bracket', 'Close the bracket'],
  ],
  [/^Comments must be separated/, ['Unexpected `#`, expected a space before a comment', quotes]],
  [
    /Block scalar|block scalar/,
    [
      'Unexpected text after `|` or `>`, expected a line of its own',
      'Start the text on the next line, indented',
    ],
  ],
  [
    /1024/,
    ['Unexpected key of more than 1024 characters, expected a short name', 'Shorten the key'],
  ],
  [
    /^Unexpected (?:scalar|double|single|flow|block|map|seq)|at node end/,
    [
      'Unexpected text after a value, expected the end of the line',
      `Check the quotes and the indentation; ${quotes.toLowerCase()}`,
    ],
  ],
]

const rest: Words = ['Unexpected text, expected YAML', `${indentation}. ${quotes}`]

/** A syntax error in plain words, where it stands. */
export function syntaxDiagnostic(
  {message, pos: [start, end]}: YAMLParseError,
  places: Places,
): Diagnostic {
  const [text, help] = table.find(([form]) => form.test(message))?.[1] ?? rest
  return {
    code: 'yaml/syntax',
    severity: 'error',
    message: text,
    location: places.between(start, end),
    help,
  }
}
