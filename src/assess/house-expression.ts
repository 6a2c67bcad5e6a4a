import {Environment, type ASTNode} from '@marcbachmann/cel-js'

/** A condition that has passed the static check. */
export interface Condition {
  /** Whether it holds of a record. @throws {Error} Where it cannot be told, such as a missing key. */
  readonly holds: (record: object) => boolean
  /** Keys of `record` that it names. */
  readonly keys: readonly string[]
  /** Steps that evaluating it on a record takes at most. */
  readonly costOn: (record: object) => number
}

/** Loops inside loops. Each multiplies the work by the length of a list. */
const maxLoops = 2
const maxLength = 1000

const loops = new Set(['all', 'exists', 'exists_one', 'filter', 'map'])
/** All take time in proportion to what they are given, and none reads a clock, a zone or a file. */
const functions: ReadonlySet<string> = new Set([
  ...loops,
  'has',
  'size',
  'contains',
  'startsWith',
  'endsWith',
  'lowerAscii',
  'upperAscii',
  'trim',
  'double',
  'int',
  'string',
])

let environment: Environment | undefined

/**
 * Parses and checks a condition in the Common Expression Language, without evaluating it.
 *
 * @throws {Error} When it does not parse, has no truth value, or could take too long.
 */
export function conditionOf(text: string): Condition {
  if (text.length > maxLength)
    throw new Error(`${text.length} characters, expected at most ${maxLength}`)
  environment ??= new Environment({
    limits: {
      maxAstNodes: 200,
      maxDepth: 30,
      maxListElements: 100,
      maxMapEntries: 20,
      maxCallArguments: 4,
    },
  }).registerVariable('record', 'map')
  const parsed = environment.parse(text)
  const shape = shapeOf(parsed.ast)
  const {type, error} = parsed.check()
  if (error !== undefined) throw error
  if (type !== 'bool' && type !== 'dyn') throw new Error(`a value of type ${type}, expected a bool`)
  return {
    keys: [...shape.keys],
    costOn: (record) => {
      const reach = (sizeOf(record) + shape.nodes) * (1 + shape.sums)
      return reach ** (shape.loops === 0 ? 1 : shape.loops + 1)
    },
    holds: (record) => {
      const held: unknown = parsed({record})
      if (typeof held !== 'boolean') throw new Error('a value that is neither true nor false')
      return held
    },
  }
}

interface Shape {
  nodes: number
  /** Additions: each may double a list or a text. */
  sums: number
  /** Deepest nesting of loops. */
  loops: number
  readonly keys: Set<string>
}

/** What bounds the work. @throws {Error} When something is used that nothing bounds. */
function shapeOf(ast: ASTNode): Shape {
  const shape: Shape = {nodes: 0, sums: 0, loops: 0, keys: new Set()}
  walk(ast, 0, shape)
  return shape
}

function walk(part: unknown, depth: number, shape: Shape): void {
  if (Array.isArray(part)) {
    for (const it of part as readonly unknown[]) walk(it, depth, shape)
    return
  }
  if (!isNode(part)) return
  shape.nodes += 1
  const {op, args} = part
  if (op === '+') shape.sums += 1
  if (op === '.' && isNode(args[0]) && args[0].op === 'id' && String(args[0].args) === 'record')
    shape.keys.add(String(args[1]))
  if (op !== 'call' && op !== 'rcall') return walk(args, depth, shape)
  const name = String(args[0])
  if (!functions.has(name))
    throw new Error(`\`${name}\`, expected one of ${[...functions].join(', ')}`)
  if (op === 'call' || !loops.has(name)) return walk(args.slice(1), depth, shape)
  if (depth === maxLoops) throw new Error(`loops in loops, expected at most ${maxLoops} deep`)
  shape.loops = Math.max(shape.loops, depth + 1)
  walk(args[1], depth, shape)
  walk(args[2], depth + 1, shape)
}

function isNode(part: unknown): part is {readonly op: string; readonly args: readonly unknown[]} {
  return typeof part === 'object' && part !== null && 'op' in part && 'args' in part
}

/** Values in a record, and its text in words of 16 characters. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 1 + value.length / 16
  if (typeof value !== 'object' || value === null) return 1
  let size = 1
  for (const it of Object.values(value)) size += 1 + sizeOf(it)
  return size
}
