import type {Outcome} from '../../model/rule.ts'
import {number} from './face.ts'
import {colors} from './style.ts'

/** Width of a mark with the space after it. */
export const markWidth = 9

/** A small shape for an outcome, told apart without colour; its word stands beside it. */
export function outcomeMark(outcome: Outcome, x: number, middle: number): string {
  const r = 2.6
  const cx = x + r + 0.4
  const stroke = `${colors.ink} RG 0.8 w`
  const fill = `${colors.ink} rg`
  const [left, right, top, bottom] = [cx - r, cx + r, middle - r, middle + r].map(number)
  switch (outcome) {
    case 'supported':
      return `${fill} ${circle(cx, middle, r)} f`
    case 'weak':
      return `${stroke} ${circle(cx, middle, r)} S ${fill} ${halfCircle(cx, middle, r)} f`
    case 'absent':
      return `${stroke} ${circle(cx, middle, r)} S`
    case 'contrary':
      return `${colors.ink} RG 1.3 w ${left} ${top} m ${right} ${bottom} l S ${left} ${bottom} m ${right} ${top} l S`
    case 'unknown':
      return `${stroke} ${number(cx)} ${top} m ${right} ${number(middle)} l ${number(cx)} ${bottom} l ${left} ${number(middle)} l s`
    case 'notApplicable':
      return `${colors.ink} RG 1 w ${left} ${number(middle)} m ${right} ${number(middle)} l S`
    default:
      return outcome satisfies never
  }
}

/** Control points of a quarter circle lie this share of the radius from its ends. */
const bend = 0.5523

export function circle(x: number, y: number, r: number): string {
  return `${halfCircle(x, y, r)} ${half(x, y, r, -1)} h`
}

/** The left half, closed by the next painting operator. */
function halfCircle(x: number, y: number, r: number): string {
  return `${number(x)} ${number(y - r)} m ${half(x, y, r, 1)}`
}

/** From top to bottom on the left (`turn` 1), or from bottom to top on the right (-1). */
function half(x: number, y: number, r: number, turn: 1 | -1): string {
  const k = r * bend
  const at = (dx: number, dy: number) => `${number(x + dx * turn)} ${number(y + dy * turn)}`
  return `${at(-k, -r)} ${at(-r, -k)} ${at(-r, 0)} c ${at(-r, k)} ${at(-k, r)} ${at(0, r)} c`
}
