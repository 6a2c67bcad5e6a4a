import type {YAMLParseError} from 'yaml'
import type {Diagnostic} from '../../model/diagnostic.ts'
import type {Places} from '../text.ts'
import {yaml} from './library.ts'

type Words = readonly [message: string, help: string]

const quoting = 'put a text that holds a colon, a hash, a quote or a bracket in quotes'
const indentation = 'Indent the entries of one map or list by the same number of spaces'

/** First match wins: messages of `yaml`, in words for someone who does not know YAML. */
const table: readonly (readonly [RegExp, Words])[] = [
  [/^Tabs are not allowed/, ['Unexpected tab, expected spaces', 'Indent with spaces only']],
  [
    /^Missing closing/,
    [
      'Unexpected quote that is never closed, expected a closing quote',
      'Add the closing quote, or put the other kind of quotes around a text that holds one',
    ],
  ],
  [
    /escape sequence/,
    [
      'Unexpected backslash, expected an escape that YAML knows, such as `\\n`',
      'Write two backslashes for one, or use single quotes',
    ],
  ],
  [
    /^Nested mappings are not allowed|^Block collections are not allowed within flow/,
    ['Unexpected second colon on one line, expected one `key: value`', `To fix it, ${quoting}`],
  ],
  [
    /^Implicit map keys need|^Implicit keys need/,
    [
      'Unexpected line without a key, expected `key: value`',
      `Add the missing colon and a space after it; ${quoting}`,
    ],
  ],
  [
    /must start at the same column|^Sequence item without|^A block sequence may not/,
    ['Unexpected indentation, expected that of the lines before', indentation],
  ],
  [
    /on same line with key/,
    [
      'Unexpected list on the line of its key, expected the next line',
      'Start each item with `- ` on a line of its own',
    ],
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
    /must be sufficiently indented/,
    [
      'Unexpected open bracket before this place, expected a closing one',
      'Close the bracket, or indent the lines inside it',
    ],
  ],
  [
    /flow-(?:seq|map)-end/,
    ['Unexpected closing bracket, expected an opening one before it', 'Remove it, or open it'],
  ],
  [
    /^Missing ,|^Missing , or :|Unexpected ,|empty item/,
    ['Unexpected items in brackets, expected one comma between them', 'Check the commas'],
  ],
  [
    /^Comments must be separated/,
    ['Unexpected `#`, expected a space before a comment', `Add the space, or ${quoting}`],
  ],
  [
    /^Block scalar header|^Not a YAML token/,
    [
      'Unexpected text after `|` or `>`, expected the end of the line',
      'Start the text on the next line, indented; or put it in quotes',
    ],
  ],
  [
    /1024/,
    ['Unexpected key of more than 1024 characters, expected a short name', 'Shorten the key'],
  ],
  [
    /directives-end/,
    ['Unexpected text on the line `---`, expected nothing', 'Start the record on the next line'],
  ],
  [
    /at node end/,
    [
      'Unexpected text after a value, expected the end of the line',
      `Check the quotes and the indentation; ${quoting}`,
    ],
  ],
]

const rest: Words = ['Unexpected text, expected a record in YAML', `${indentation}; ${quoting}`]

/** A syntax error in plain words, where it stands. */
export function syntaxDiagnostic(
  {message, pos}: YAMLParseError,
  places: Places,
  text: string,
): Diagnostic {
  let [start, end] = pos
  let [said, help] = table.find(([form]) => form.test(message))?.[1] ?? rest
  const lineEnd = text.indexOf('\n', start)
  const line = text.slice(start, lineEnd < 0 ? undefined : lineEnd)
  if (message.startsWith('Nested mappings') && !line.includes(':') && lineEnd >= 0) {
    // `a: 1` and then an indented `b: 2`: the colon stands on the next line.
    start = lineEnd + 1 + (/^[ \t]*/.exec(text.slice(lineEnd + 1, lineEnd + 200))?.[0].length ?? 0)
    end = start + 1
    said = 'Unexpected indentation under a value, expected that of the line before'
    help = `${indentation}; ${quoting}`
  } else if (message.startsWith('Missing closing')) {
    start = openingQuote(text, start)
    end = start + 1
  } else if (end > start + line.length) end = start + line.length
  return {
    code: 'yaml/syntax',
    severity: 'error',
    message: said,
    location: places.between(start, end),
    help,
  }
}

/** Where the quoted text starts that holds `offset`: the parser tells only where it should end. */
function openingQuote(text: string, offset: number): number {
  let at = 0
  for (const lexeme of new (yaml().Lexer)().lex(text)) {
    // Marks of the lexer that stand for no text.
    if (lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001f') continue
    if (at + lexeme.length >= offset && /^["']/.test(lexeme)) return at
    at += lexeme.length
  }
  return offset
}
