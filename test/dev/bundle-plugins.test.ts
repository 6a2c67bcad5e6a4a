import {expect, test} from 'vitest'
import {lazyRequires} from '../../src/dev/bundle-plugins.ts'

/** Runs CommonJS text, and tells which modules it had required by the end of its body. */
function run(text: string, modules: Readonly<Record<string, unknown>>) {
  const required: string[] = []
  const require = (id: string) => {
    required.push(id)
    return modules[id]
  }
  const exports: Record<string, unknown> = {}
  // oxlint-disable-next-line no-implied-eval, no-new-func
  new Function('exports', 'require', text)(exports, require)
  return {exports, atStart: [...required], required}
}

const modules = {
  './a': {
    double: (it: number) => it * 2,
    Box: class {
      value = 7
    },
    __esModule: true,
  },
  './b': {default: {name: 'b'}, __esModule: true},
}

test('a module is required when one of its names is first used, and once', () => {
  const {exports, atStart, required} = run(
    lazyRequires(`const a_1 = require("./a");
const b_1 = __importDefault(require("./b"));
function __importDefault(mod) { return mod.__esModule ? mod : {default: mod} }
exports.four = () => (0, a_1.double)(2);
exports.box = () => new a_1.Box().value;
exports.b = () => b_1.default.name;
`),
    modules,
  )
  expect(atStart).toEqual([])
  const call = (name: string) => (exports[name] as () => unknown)()
  expect([call('four'), call('box'), call('b'), call('four')]).toEqual([4, 7, 'b', 4])
  expect(required).toEqual(['./a', './b'])
})

test('what is exported as a whole is required when it is asked for', () => {
  const {exports, atStart} = run(
    lazyRequires('exports.a = exports.z = void 0;\nexports.a = require("./a");\n'),
    modules,
  )
  expect(atStart).toEqual([])
  expect(exports['a']).toBe(modules['./a'])
})

test.each([
  ['handed on whole', 'const a_1 = require("./a");\nexports.a = [a_1];\n'],
  ['taken apart', 'const {double} = require("./a");\nexports.a = double;\n'],
])('a module whose use is not plain is required at once: %s', (_name, text) => {
  const {exports, atStart} = run(lazyRequires(text), modules)
  expect(atStart).toEqual(['./a'])
  expect(exports['a']).toBeDefined()
})

test('neither texts nor longer names are taken for the name', () => {
  const text = 'const a_1 = require("./a");\nexports.b = ["a_1", "x a_1.double", {a_1: 1}.a_1];\n'
  const {exports} = run(lazyRequires(text), modules)
  expect(exports['b']).toEqual(['a_1', 'x a_1.double', 1])
})
