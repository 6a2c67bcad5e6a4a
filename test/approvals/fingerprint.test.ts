import fc from 'fast-check'
import {expect, test} from 'vitest'
import {stringify} from 'yaml'
import {fingerprintOf} from '../../src/approvals/fingerprint.ts'
import {parseSources} from '../../src/load/source.ts'
import {canonicalJson} from '../../src/model/canonical.ts'

const json = fc.jsonValue({maxDepth: 4, noUnicodeString: false})
const record = fc.dictionary(fc.string({unit: 'grapheme', minLength: 1, maxLength: 8}), json, {
  minKeys: 1,
  noNullPrototype: true,
})

/** The same content with the keys of every mapping the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, it]) => [key, turned(it)]),
  )
}

test('the order of keys does not change it', () => {
  fc.assert(fc.property(record, (it) => fingerprintOf(turned(it) as object) === fingerprintOf(it)))
})

test('canonical JSON says the same as the value, and is the same said twice', () => {
  fc.assert(
    fc.property(json, (it) => {
      const text = canonicalJson(it)
      // `-0` is written `0`, as RFC 8785 asks.
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(it)))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

test('any other value changes it', () => {
  fc.assert(
    fc.property(record, record, (a, b) => {
      const same = canonicalJson(a) === canonicalJson(b)
      expect(fingerprintOf(a) === fingerprintOf(b)).toBe(same)
    }),
  )
})

const protocol = {
  kind: 'Protocol',
  id: 'a1c',
  title: 'Glycemic control: “é” \\ "x" \u0007 \ud83d\ude00',
  adopted: '2025-01-15',
  reviewCycleMonths: 12,
  share: 0.25,
  active: true,
  zip: '04101',
  list: [3, 1, 2],
}

test.each([
  ['as the library writes it', stringify(protocol)],
  ['with double quotes everywhere', stringify(protocol, {defaultStringType: 'QUOTE_DOUBLE'})],
  ['as JSON', JSON.stringify(protocol)],
  ['with comments', `# a\n${stringify(protocol).replace(/^(adopted.*)$/m, '$1 # b')}`],
  ['second in its file', `kind: A\nid: a\n---\n${stringify(protocol)}`],
  ['with a number written otherwise', stringify(protocol).replace('share: 0.25', 'share: 0.250')],
])('the layout of the YAML does not change it: %s', (_name, text) => {
  const value = parseSources('main', 'a.yaml', text).sources.at(-1)?.value
  expect(fingerprintOf(value as object)).toBe(fingerprintOf(protocol))
})

test.each([
  ['text', {title: 'Glycemic control'}],
  ['a date', {adopted: '2025-01-16'}],
  ['a number', {reviewCycleMonths: 13}],
  ['a number for its text', {zip: 4101}],
  ['a truth', {active: false}],
  ['the order of a list', {list: [1, 2, 3]}],
  ['one more key', {note: ''}],
  ['a key that says null', {note: null}],
  ['text in another Unicode form', {title: protocol.title.normalize('NFD')}],
])('%s changes it', (_name, change) => {
  expect(fingerprintOf({...protocol, ...change})).not.toBe(fingerprintOf(protocol))
})

test('golden: another program gives the same', () => {
  // python3 -c "import json,hashlib; r={'kind':'SanctionPolicy','id':'sanctions',
  //   'title':'Caf\u00e9 policy','ladder':[{'withinDays':30,'step':'coaching'}]};
  //   print(hashlib.sha256(json.dumps(r,sort_keys=True,separators=(',',':'),
  //   ensure_ascii=False).encode()).hexdigest())"
  expect(
    fingerprintOf({
      kind: 'SanctionPolicy',
      id: 'sanctions',
      title: 'Café policy',
      ladder: [{withinDays: 30, step: 'coaching'}],
    }),
  ).toBe('c86e354a50697a315e8ff8cdf910cbfd4bb73235bcdd919a7f73bcdd4f389573')
})

test('the example of RFC 8785, section 3.2.3', () => {
  // Section 3.2.2 and 3.2.3 of the RFC: numbers, escapes, and the order of keys in UTF-16.
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  const keys = {'\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7}
  expect(canonicalJson(keys)).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\ud83d\ude00":5,"\ufb33":3}',
  )
})
