import type {CST, Parser} from 'yaml'
import type {Diagnostic} from '../../model/diagnostic.ts'
import {quoted} from '../../model/show.ts'
import type {Places} from '../text.ts'
import {yaml} from './library.ts'

/** Maps and lists inside each other. No record needs ten. */
const maxDepth = 64
/** Pieces of syntax in one file, some seven to a line. */
const maxPieces = 1_000_000

/** Characters that YAML or a reader's eye does not take as they stand. */
const forbidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/

/** Mode marks that the lexer puts before content; they take no room in the text. */
const scalarMark = '\u001f'

export interface Guarded {
  readonly tokens: readonly CST.Token[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Splits text into tokens, and stops at what may not be built into values: anchors and aliases
 * (every fact stands where it is read, and no file grows when it is loaded), tags (they run a
 * type's code in other programs), directives (`%YAML 1.1` turns `no` into false), control and
 * direction characters, deep nesting. Time and memory grow with the length of the text alone.
 */
export function guard(text: string, places: Places): Guarded {
  const character = forbidden.exec(text)
  if (character) return {tokens: [], diagnostics: [forbiddenCharacter(character, places)]}
  const tokens: CST.Token[] = []
  const diagnostics: Diagnostic[] = []
  const {Lexer, Parser} = yaml()
  const parser = new Parser()
  let inScalar = false
  let pieces = 0
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset
    if (!inScalar) {
      const found = refused(lexeme)
      if (found)
        diagnostics.push({...found, location: places.between(start, start + lexeme.length)})
    }
    for (const token of parser.next(lexeme)) tokens.push(token)
    inScalar = lexeme === scalarMark
    pieces += 1
    // The stack also holds the document.
    if (parser.stack.length > maxDepth + 1 && depthOf(parser) > maxDepth)
      return {tokens: [], diagnostics: [tooDeep(places, start)]}
    if (pieces > maxPieces) return {tokens: [], diagnostics: [tooMany(places, start)]}
    if (diagnostics.length >= 100) return {tokens: [], diagnostics}
  }
  for (const token of parser.end()) tokens.push(token)
  return {tokens, diagnostics}
}

function depthOf({stack}: Parser): number {
  return stack.filter(({type}) => /^(?:block-map|block-seq|flow-collection)$/.test(type)).length
}

function refused(lexeme: string): Omit<Diagnostic, 'location'> | undefined {
  const sign = lexeme.charAt(0)
  switch (sign) {
    case '&':
    case '*':
      return {
        code: 'yaml/alias',
        severity: 'error',
        message: `Unexpected ${sign === '&' ? 'anchor' : 'alias'} ${quoted(lexeme)}, expected the value itself`,
        help: 'Write the value out where it is meant; put a text that starts with this sign in quotes',
      }
    case '!':
      return {
        code: 'yaml/tag',
        severity: 'error',
        message: `Unexpected tag ${quoted(lexeme)}, expected a value without one`,
        help: 'Remove the tag; put a text that starts with this sign in quotes',
      }
    case '%':
      return {
        code: 'yaml/directive',
        severity: 'error',
        message: `Unexpected directive ${quoted(lexeme)}, expected a record`,
        help: 'Remove the line: records are read as YAML 1.2',
      }
    default:
      return undefined
  }
}

function forbiddenCharacter(match: RegExpExecArray, places: Places): Diagnostic {
  const code = match[0].charCodeAt(0)
  const name = `\`U+${code.toString(16).toUpperCase().padStart(4, '0')}\``
  const [found, help] =
    code === 13
      ? ['carriage return without a line feed', 'Save the file with LF or CRLF line ends']
      : code >= 0x2000
        ? [
            `character ${name}, which turns the direction of text`,
            'Remove the character: it makes a line read differently from what it says',
          ]
        : [`control character ${name}`, 'Remove the character']
  return {
    code: 'yaml/character',
    severity: 'error',
    message: `Unexpected ${found}, expected printable text`,
    location: places.between(match.index, match.index + 1),
    help,
  }
}

function tooDeep(places: Places, offset: number): Diagnostic {
  return {
    code: 'yaml/nesting',
    severity: 'error',
    message: `Unexpected nesting of more than ${maxDepth} maps and lists, expected a record`,
    location: places.between(offset, offset + 1),
    help: 'Look for a bracket or an indentation that was repeated by mistake',
  }
}

function tooMany(places: Places, offset: number): Diagnostic {
  return {
    code: 'yaml/too-many-values',
    severity: 'error',
    message: 'Unexpected number of values in one file, expected some thousands',
    location: places.between(offset, offset + 1),
    help: 'Split the file, or keep a large roster as a table',
  }
}
